import { dislike } from '../finding'
import { type Json, readJson, requireStatus, typeOf, type Walk } from '../walk'

const path = '/.well-known/ai-plugin.json'

const limits: [field: string, most: number][] = [
  ['name_for_human', 20],
  ['name_for_model', 50],
  ['description_for_human', 100],
  ['description_for_model', 8000],
]

const required = ['schema_version', 'auth', 'api', 'logo_url', 'contact_email', 'legal_info_url']

/** Within the stricter of the limits that were published. */
export async function fitsTheLimits(walk: Walk): Promise<string> {
  const manifest = await walk.json(path)
  const missing = [...required, ...limits.map(([field]) => field)].filter((one) => !manifest[one])
  if (missing.length > 0) {
    dislike(`The manifest lacks ${missing.join(', ')}.`, 'Complete lib/product.ts.')
  }
  for (const [field, most] of limits) {
    const { length } = String(manifest[field])
    if (length > most) {
      dislike(`${field} has ${length} characters of ${most}.`, 'Shorten it in lib/product.ts.')
    }
  }
  if (!/^\w+$/.test(String(manifest.name_for_model))) {
    dislike(
      'name_for_model has other characters than letters and digits.',
      'Change lib/product.ts.',
    )
  }
  return 'The manifest is complete and within the limits.'
}

/** Everything that the manifest names is there, at this very origin. */
export async function leadsSomewhere(walk: Walk): Promise<string> {
  const manifest = await walk.json(path)
  const auth = (manifest.auth ?? {}) as Json
  const api = (manifest.api ?? {}) as Json
  const named = {
    client_url: auth.client_url,
    authorization_url: auth.authorization_url,
    'api.url': api.url,
  }
  for (const [field, address] of Object.entries(named)) toPath(walk, field, address)
  const spec = toPath(walk, 'api.url', api.url)
  readJson(spec, await walk.ask(spec))
  const logo = toPath(walk, 'logo_url', manifest.logo_url)
  const picture = await walk.ask(logo)
  requireStatus(logo, picture, 200)
  if (!/^image\/(?!gif)/.test(typeOf(picture))) {
    dislike(`The logo is ${typeOf(picture)}.`, 'Use a PNG or JPEG of 512 by 512 pixels.')
  }
  const legal = toPath(walk, 'legal_info_url', manifest.legal_info_url)
  requireStatus(legal, await walk.ask(legal), 200)
  return 'Sign-in, token endpoint, OpenAPI document, logo and legal page are there.'
}

export function toPath(walk: Walk, field: string, address: unknown): string {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null
  if (url?.origin !== walk.origin) {
    dislike(
      `${field} is ${String(address).slice(0, 200)}, not at ${walk.origin}.`,
      'Set APP_ORIGIN to the public address.',
    )
  }
  return url.pathname + url.search
}

/** robots.txt, which this host keeps to (RFC 9309). */
export async function isLetIn(walk: Walk): Promise<string> {
  const answer = await walk.ask('/robots.txt')
  if (answer.status === 404) return 'There is no robots.txt: everything is let in.'
  requireStatus('/robots.txt', answer, 200)
  const closed = [path, '/openapi.json', '/api/'].filter((one) => isClosed(answer.text, one))
  if (closed.length > 0) {
    dislike(
      `robots.txt keeps ChatGPT-User from ${closed.join(', ')}.`,
      'Add "User-agent: ChatGPT-User" with an empty Disallow.',
    )
  }
  return 'robots.txt lets ChatGPT-User in.'
}

function isClosed(robots: string, wanted: string): boolean {
  const groups = robots.split(/\n\s*\n/).map((group) => group.split('\n').map(toRule))
  const isFor = (name: string) => (rules: [string, string][]) =>
    rules.some(([key, value]) => key === 'user-agent' && value.toLowerCase() === name)
  const rules = groups.find(isFor('chatgpt-user')) ?? groups.find(isFor('*')) ?? []
  return rules.some(
    ([key, value]) => key === 'disallow' && value !== '' && wanted.startsWith(value),
  )
}

const toRule = (line: string): [key: string, value: string] => {
  const [key = '', value = ''] = line.replace(/#.*/, '').split(/:(.*)/s)
  return [key.trim().toLowerCase(), value.trim()]
}
