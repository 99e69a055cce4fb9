import { PublicError } from '@/lib/errors'

/**
 * A key as it came, or null where none did: draft-ietf-httpapi-idempotency-key-header §2.1 has a quoted
 * string (RFC 8941 §3.3.3), most clients send a bare one.
 */
export function readIdempotencyKey(sent: unknown): string | null {
  if (sent === null || sent === undefined) return null
  const text = typeof sent === 'string' ? sent.trim() : ''
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text)?.[1]
  const key = quoted === undefined ? text : quoted.replace(/\\(["\\])/g, '$1')
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw new PublicError(
    'invalid_request',
    'The idempotency key must be 1 to 255 visible ASCII characters.',
  )
}
