import { fieldTitles, lengthOf, limits } from '../limits'
import type { Check, Facts } from './facts'

const listingPage = '/admin/listing'

export const limitChecks: Check[] = limits.map(({ host, field, most, fact }) => ({
  id: `limit ${host} ${field}`,
  hosts: [host],
  says: `${fieldTitles[field]} has at most ${most} characters`,
  fact,
  look: ({ listing }) => {
    const length = lengthOf(listing[field])
    if (length <= most) return null
    const fix = `Shorten it by ${length - most}.`
    return { found: `It has ${length}.`, fix, href: `${listingPage}#${field}` }
  },
}))

/** What reads as an order to a model, and as advertising. */
export const orders =
  /\b(should|must|always|never|ignore|please|important|do not|don.t|you are|prefer|instead of|make sure|only use)\b/i
export const advertising =
  /\b(best|leading|number one|#1|world.class|amazing|discount|special offer|promo(tion)?|buy now|limited time)\b/i

/** Every text that a model or a directory is given. */
function* texts({ listing, operations }: Facts): Generator<[where: string, text: string]> {
  yield ['the short description', listing.descriptionForHuman]
  yield ['the description for the model', listing.descriptionForModel]
  yield ['the directory description', listing.descriptionForDirectory]
  yield ['the subtitle', listing.subtitle]
  for (const { name, summary, description } of operations) {
    yield [name, summary]
    yield [name, description]
  }
}

function findWords(facts: Facts, words: RegExp, fix: string) {
  for (const [where, text] of texts(facts)) {
    const [word] = words.exec(text) ?? []
    if (word) return { found: `“${word}” in ${where}.`, fix, href: listingPage }
  }
  return null
}

export const wordChecks: Check[] = [
  {
    id: 'orders',
    hosts: ['chatgpt', 'claude', 'plugin-2023'],
    says: 'Descriptions state facts and give the model no orders',
    fact: 'OpenAI, plugin policies; Anthropic, connector directory',
    look: (facts) => findWords(facts, orders, 'Say what it does, not what the model has to do.'),
  },
  {
    id: 'advertising',
    hosts: ['chatgpt', 'claude', 'plugin-2023'],
    says: 'Descriptions do not advertise',
    fact: 'OpenAI, plugin policies (no promotions, no ads); Anthropic, connector directory (no ads)',
    look: (facts) => findWords(facts, advertising, 'Leave the praise out; say what can be done.'),
  },
]
