/** What a step looked like on the wire, under the names that the protocols have for it. */
export type Said = Partial<Record<FactName, unknown>>
/** The same, cleaned: what is kept and shown. */
export type Facts = Partial<Record<FactName, string>>

const kinds = {
  path: 'text',
  status: 'text',
  error: 'text',
  agent: 'text',
  accept: 'text',
  content_type: 'text',
  protocol: 'text',
  document: 'address',
  redirect_uri: 'address',
  registered: 'address',
  response_type: 'text',
  grant_type: 'text',
  pkce: 'text',
  prompt: 'text',
  scope: 'text',
  resource: 'address',
  auth: 'text',
  registered_auth: 'text',
} as const

export type FactName = keyof typeof kinds

export const factNames = Object.keys(kinds) as FactName[]

const mostValues = 4
const longestValue = 160
const longest = 320

/**
 * What is worth keeping of what a client said. It may have put anything anywhere: a secret into the
 * scope, a code behind an address. What looks like one is cut, wherever it stands.
 */
export function toFacts(said: Said): Facts {
  const facts: Facts = {}
  for (const name of factNames) {
    const values = [said[name] ?? []].flat().filter(isSayable).slice(0, mostValues)
    const told = values.map((value) => clean(String(value), kinds[name])).join(', ')
    if (told) facts[name] = told.slice(0, longest)
  }
  return facts
}

const isSayable = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

const clean = (value: string, kind: 'text' | 'address'): string =>
  (kind === 'address' ? toAddress(value) : cutSecrets(value))
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, longestValue)

const cutSecrets = (text: string): string =>
  text.replaceAll(/[\w+=~-]{20,}/g, (run) => (isWord.test(run) ? run : cut(run)))

const isWord = /^[A-Z]?[a-z]+([_-][A-Z]?[a-z]+)*$/

// A callback's path names its plugin by a UUID.
const cut = (run: string): string => (isPluginId.test(run) ? run : `${run.slice(0, 4)}...`)

const isPluginId = /^[a-z]{1,10}-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Behind its question mark and before its host, an address may carry what is nobody's business. */
export const toAddress = (uri: string): string =>
  cutLongest(uri.replace(/[?#].*$/s, '').replace(/^([^/]*\/\/)[^/]*@/, '$1'))

/** Cuts what is as long as a token, so that ids that are no secret stay whole. */
export const cutLongest = (text: string): string => text.replaceAll(/[^/\s;,()]{40,}/g, cut)
