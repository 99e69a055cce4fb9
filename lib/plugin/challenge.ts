import type { PublicError } from '@/lib/errors'
import { resourceMetadataUrl } from '@/lib/resources'
import type { Scope } from '@/lib/scopes'
import type { Allowance } from './allowance'
import type { Operation } from './catalog'
import type { Caller } from './operation'

/** How far a request came before it failed: the challenge names what was missing. */
export type Seen = {
  operation: Operation | null
  caller: Caller | null
  tokenSent: boolean
  /** Those of the whole catalog. */
  scopes: Scope[]
  /** The person was asked first, and may yet have to answer. */
  held?: boolean
  /** What is left of its limits, once it was counted. */
  allowance?: Allowance
}

/** Whether connecting, or connecting anew with more, mends it. */
export const asksToConnect = ({ code }: PublicError): boolean =>
  code === 'invalid_token' || code === 'insufficient_scope'

/**
 * RFC 6750 §3 and RFC 9728 §5.1, with all scopes that are needed, those held already included. Who
 * is not connected yet is told the whole catalog's: many clients (SDK 1.32 among them) cannot come
 * back for more, and the person decides once.
 * Without a token there is no error to name (RFC 6750 §3.1), unless the reader wants one.
 */
export function toChallenge(
  error: PublicError,
  seen: Seen,
  { resource, nameError = seen.tokenSent }: { resource: string; nameError?: boolean },
): string {
  const { operation, caller, scopes } = seen
  const needed = new Set<string>([
    ...(caller?.scopes ?? scopes),
    ...(operation?.scope ? [operation.scope] : []),
  ])
  const parts = [`resource_metadata="${resourceMetadataUrl(resource)}"`]
  if (needed.size > 0) parts.push(`scope="${[...needed].join(' ')}"`)
  if (nameError) parts.push(`error="${error.code}"`, `error_description="${error.message}"`)
  return `Bearer ${parts.join(', ')}`
}
