import { timingSafeEqual } from 'node:crypto'
import { bearerToken } from '@/lib/plugin/bearer-token'
import { sha256 } from '@/lib/secrets'

/**
 * What to answer to who asks without the token that opens an address for machines of the operator's
 * own; null when it is right. Where none is set, there is no such address.
 */
export function refusal(request: Request, token: string | null): Response | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response(null, { status: token ? 405 : 404, headers: token ? { allow: 'GET' } : {} })
  }
  if (token === null) return new Response('Not found', { status: 404 })
  const given = bearerToken(request.headers.get('authorization'))
  if (given !== null && isSame(given, token)) return null
  return new Response('Sign-in is needed', {
    status: 401,
    headers: { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' },
  })
}

// Of one length, whatever was given.
const isSame = (given: string, token: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token)))
