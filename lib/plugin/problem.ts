import { PublicError, statusOfCode } from '@/lib/errors'
import { log } from '@/lib/log'
import { apiResource, resourceMetadataUrl } from '@/lib/resources'
import type { Operation } from './catalog'
import type { Caller } from './operation'

/** How far a request came before it failed: the challenge names what was missing. */
export type Seen = { operation: Operation | null; caller: Caller | null; tokenSent: boolean }

/** RFC 9457 problem of an error. Only a PublicError is told; the rest is logged. */
export function toProblem(error: unknown, seen: Seen, origin: string): Response {
  const known =
    error instanceof PublicError
      ? error
      : new PublicError('server_error', 'Something went wrong on our side. Try again.', {
          cause: error,
        })
  if (known.code === 'server_error') log.error('operation failed', known.cause)
  const status = statusOfCode(known.code)
  const body = {
    type: 'about:blank',
    title: titles[known.code],
    status,
    code: known.code,
    detail: known.message,
    ...(known.fields && { errors: known.fields }),
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
  if (status === 401 || status === 403)
    headers.set('www-authenticate', challenge(known, seen, origin))
  if (known.code === 'method_not_allowed')
    headers.set('allow', (known.cause as string[]).join(', '))
  return new Response(JSON.stringify(body), { status, headers })
}

export const titles: Record<PublicError['code'], string> = {
  invalid_request: 'The request is not valid',
  invalid_token: 'Sign-in is needed',
  insufficient_scope: 'A permission is missing',
  not_found: 'Not found',
  method_not_allowed: 'Method not allowed',
  conflict: 'Not possible any more',
  payload_too_large: 'The request is too large',
  unsupported_media_type: 'Unsupported media type',
  too_many_requests: 'Too many requests',
  server_error: 'Something went wrong',
}

// RFC 6750 §3 and RFC 9728 §5.1. Without a token there is no error to name (RFC 6750 §3.1).
function challenge(error: PublicError, seen: Seen, origin: string): string {
  const { operation, caller, tokenSent } = seen
  const parts = [`resource_metadata="${resourceMetadataUrl(apiResource(origin))}"`]
  const needed = new Set([
    ...(caller?.scopes ?? []),
    ...(operation?.scope ? [operation.scope] : []),
  ])
  if (needed.size > 0) parts.push(`scope="${[...needed].join(' ')}"`)
  if (tokenSent) {
    parts.push(`error="${error.code}"`, `error_description="${error.message}"`)
  }
  return `Bearer ${parts.join(', ')}`
}
