import { isStateless } from './eras'
import type { Id } from './message'

/** What a method answers, in any revision; the envelope adds what its revision asks for. */
export type Result = {
  /** The members of the result's JSON object, without the braces around them. */
  members: string
  /** Members of its `_meta`, likewise. */
  meta?: string
  /** In place of the short one that every answer has. */
  signature?: string
  /** The same until an operator or the next release changes what is published. */
  cacheable?: true
  /** `complete` where it is left out; older revisions have no other. */
  resultType?: 'input_required'
  /** Of HTTP. */
  headers?: Record<string, string> | undefined
}

/** How long a client may keep a list, in milliseconds: a release is noticed after that. */
const keptFor = 300_000

const keptBy = (scope: 'public' | 'private') => `"ttlMs":${keptFor},"cacheScope":"${scope}"`

export const toMembers = (value: object): string => JSON.stringify(value).slice(1, -1)

/** `isShared`: everybody would be answered the same. */
type Envelope = { version: string; signature: string; isShared?: boolean }

export function toResultText(
  id: Id,
  result: Result,
  { version, signature, isShared = true }: Envelope,
): string {
  const modern = isStateless(version)
  const meta = joined(result.meta, modern && (result.signature ?? signature))
  const members = joined(
    result.members,
    modern && `"resultType":"${result.resultType ?? 'complete'}"`,
    modern && result.cacheable && keptBy(isShared ? 'public' : 'private'),
    meta && `"_meta":{${meta}}`,
  )
  return `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{${members}}}`
}

const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join()
