import type { PublicError } from '@/lib/errors'
import { resourceMetadataUrl } from '@/lib/resources'
import type { Operation } from './catalog'
import type { Caller } from './operation'

/** How far a request came before it failed: the challenge names what was missing. */
export type Seen = { operation: Operation | null; caller: Caller | null; tokenSent: boolean }

/**
 * RFC 6750 §3 and RFC 9728 §5.1, with all scopes that are needed, those held already included.
 * Without a token there is no error to name (RFC 6750 §3.1), unless the reader wants one.
 */
export function toChallenge(
  error: PublicError,
  seen: Seen,
  { resource, nameError = seen.tokenSent }: { resource: string; nameError?: boolean },
): string {
  const { operation, caller } = seen
  const needed = new Set([
    ...(caller?.scopes ?? []),
    ...(operation?.scope ? [operation.scope] : []),
  ])
  const parts = [`resource_metadata="${resourceMetadataUrl(resource)}"`]
  if (needed.size > 0) parts.push(`scope="${[...needed].join(' ')}"`)
  if (nameError) parts.push(`error="${error.code}"`, `error_description="${error.message}"`)
  return `Bearer ${parts.join(', ')}`
}
