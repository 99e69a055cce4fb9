import { PublicError } from '@/lib/errors'

/**
 * A key as it came, or null where none did: draft-ietf-httpapi-idempotency-key-header §2.1 has a quoted
 * string (RFC 8941 §3.3.3), most clients send a bare one.
 */
export function readIdempotencyKey(sent: unknown): string | null {
  if (sent === null || sent === undefined) return null
  const key = typeof sent === 'string' ? keyIn(sent.trim()) : ''
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key
  throw new PublicError(
    'invalid_request',
    'The idempotency key must be 1 to 255 visible ASCII characters, as they are or as a string in quotes.',
  )
}

function keyIn(text: string): string {
  const quoted = string.exec(text)?.[1]
  if (quoted !== undefined) return quoted.replace(/\\(["\\])/g, '$1')
  return bare.test(text) ? text : ''
}

const bare = /^[!#-~]+$/

// RFC 8941 §3.1.2: an item may have parameters; what nobody knows is left alone.
const string = /^"((?:[^"\\]|\\["\\])*)"(?:; *[a-z*][\w.*-]*(?:=(?:"[^"]*"|[^;,"\s]+))?)*$/
