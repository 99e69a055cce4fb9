import { isObject, own, ownText, parseJson } from '../json'
import { check, type Heard } from '../wire'

export type Tokens = {
  access: string
  refresh: string | null
  /** ISO 8601; null when the plugin does not say. */
  expiresAt: string | null
  /** As granted; null when the answer does not say. */
  scope: string | null
}

/** What a token answer holds, or null; each thing that the host looks at stands in the step. */
export function readTokens(heard: Heard, before: Tokens | null): Tokens | null {
  const { step, status } = heard
  const answer = parseJson(heard.text)
  const access = ownText(answer, 'access_token')
  check(step, 'answers 200', status === 200, 'RFC 6749 §5.1')
  check(step, 'the body is a JSON object', isObject(answer), 'RFC 6749 §5.1')
  check(step, 'access_token is there', access !== null, 'RFC 6749 §5.1')
  const type = ownText(answer, 'token_type')
  check(step, 'token_type is Bearer', type?.toLowerCase() === 'bearer', 'RFC 6750 §4')
  const seconds = Number(own(answer, 'expires_in'))
  const expires = Number.isFinite(seconds) && seconds > 0
  check(step, 'expires_in is there: without it nothing is refreshed in time', expires, '§1.3')
  const refresh = ownText(answer, 'refresh_token')
  check(step, 'refresh_token is there', refresh !== null, '§1.3')
  if (status !== 200 || access === null) return null
  return {
    access,
    refresh: refresh ?? before?.refresh ?? null,
    expiresAt: expires
      ? new Date(Date.now() + Math.min(seconds, longest) * 1000).toISOString()
      : null,
    scope: ownText(answer, 'scope') ?? before?.scope ?? null,
  }
}

/** A hundred years: what is later is no date. */
const longest = 100 * 365 * 86_400
