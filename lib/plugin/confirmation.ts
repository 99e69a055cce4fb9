import { toVisibleText } from '@/lib/plain-text'
import { hmac } from '@/lib/secrets'

/** What a person reads before saying yes. Texts are shown to the person, and the sentence to the assistant. */
export type Confirmation = {
  /** One sentence of what will happen, with what it costs. */
  sentence: string
  /** Label and value; a day as YYYY-MM-DD is shown to the person in their language. */
  facts: ReadonlyArray<readonly [label: string, value: string]>
  /** What it costs, in minor units of an ISO 4217 currency. */
  amount?: { minor: number; currency: string }
  /** What holds afterwards: how it can be taken back, and at what price. */
  terms?: string
}

/** Whoever wrote parts of it, a person sees all of what they say yes to, and no amount is below nothing. */
export function toShown({ sentence, facts, amount, terms }: Confirmation): Confirmation {
  if (amount && !(Number.isSafeInteger(amount.minor) && amount.minor >= 0)) {
    throw new Error(`a confirmation has the amount ${amount.minor}`)
  }
  return {
    sentence: toVisibleText(sentence, 500),
    facts: facts.map(([label, value]) => [toVisibleText(label, 60), toVisibleText(value, 300)]),
    ...(amount && { amount }),
    ...(terms !== undefined && { terms: toVisibleText(terms, 500) }),
  }
}

export type Difference = { label: string; before: string | null; now: string | null }

export const toText = ({ sentence, facts, amount, terms }: Confirmation): string =>
  JSON.stringify({ sentence, facts, amount, terms })

/** Stands for exactly what was on the page: another price is another proof. */
export const proofOf = (id: string, shown: Confirmation): string =>
  hmac('what a person saw', `${id} ${toText(shown)}`)

/** What is not as it was when the assistant asked. */
export function differencesOf(before: Confirmation, now: Confirmation): Difference[] {
  const then = new Map(before.facts)
  const today = new Map(now.facts)
  const terms = { label: 'Terms', before: before.terms ?? null, now: now.terms ?? null }
  return [...new Set([...then.keys(), ...today.keys()])]
    .map((label) => ({ label, before: then.get(label) ?? null, now: today.get(label) ?? null }))
    .concat(terms)
    .filter((difference) => difference.before !== difference.now)
}
