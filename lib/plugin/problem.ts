import { type ErrorCode, statusOfCode } from '@/lib/errors'
import { requestId } from '@/lib/request-id'
import { apiResource } from '@/lib/resources'
import { asksToConnect, type Seen, toChallenge } from './challenge'
import { toPublicError } from './to-public-error'

/** RFC 9457 problem of an error. Only a PublicError is told; the rest is logged. */
export function toProblem(error: unknown, seen: Seen, origin: string): Response {
  const known = toPublicError(error)
  const status = statusOfCode(known.code)
  const body = {
    type: 'about:blank',
    title: titles[known.code],
    status,
    code: known.code,
    detail: known.message,
    ...(known.fields && { errors: known.fields }),
    requestId: requestId(),
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
  if (asksToConnect(known)) {
    headers.set('www-authenticate', toChallenge(known, seen, { resource: apiResource(origin) }))
  }
  if (known.retryAfter) headers.set('retry-after', String(known.retryAfter))
  if (known.code === 'method_not_allowed')
    headers.set('allow', (known.cause as string[]).join(', '))
  return new Response(JSON.stringify(body), { status, headers })
}

export const titles: Record<ErrorCode, string> = {
  invalid_request: 'The request is not valid',
  invalid_token: 'Sign-in is needed',
  insufficient_scope: 'A permission is missing',
  not_let_in: 'Not open to everybody yet',
  not_found: 'Not found',
  method_not_allowed: 'Method not allowed',
  conflict: 'Not possible any more',
  in_progress: 'Still being done',
  payload_too_large: 'The request is too large',
  unsupported_media_type: 'Unsupported media type',
  idempotency_mismatch: 'The Idempotency-Key was used for something else',
  too_many_requests: 'Too many requests',
  server_error: 'Something went wrong',
  timeout: 'It took too long',
}
