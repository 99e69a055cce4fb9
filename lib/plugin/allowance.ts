import { PublicError } from '@/lib/errors'
import type { Operation } from './catalog'
import type { Seen } from './challenge'
import type { Caller } from './operation'
import type { Plugin } from './plugin'

/** What is left of one limit after a call: `points` in `seconds`, `resets` the seconds until all is back. */
export type Quota = { name: string; points: number; seconds: number; left: number; resets: number }

/** `wait` is how many seconds the caller has to wait, 0 where the call may go on. */
export type Allowance = { quotas: Quota[]; wait: number }

export type Asking = {
  operation: Operation
  caller: Caller | null
  headers: Headers
  /** How the host tells the people apart for whom it calls without a token; anybody may send one. */
  hostsPerson: string | null
}

/** Counts a call before it is run. */
export type Limiter = (asking: Asking) => Promise<Allowance>

/** Throws `too_many_requests` where a limit is used up; what is left stands in `seen` either way. */
export async function requireAllowance(
  plugin: Plugin,
  seen: Seen,
  from: Pick<Asking, 'headers' | 'hostsPerson'>,
): Promise<void> {
  const { operation, caller } = seen
  if (!plugin.limiter || !operation) return
  // Without a token it is asked for one, which costs nothing.
  if (!caller && operation.scope !== null) return
  const allowance = await plugin.limiter({ operation, caller, ...from })
  seen.allowance = allowance
  const { wait } = allowance
  if (wait > 0) {
    throw new PublicError('too_many_requests', `Wait ${toSeconds(wait)}, then try again.`)
  }
}

const toSeconds = (wait: number) => (wait === 1 ? '1 second' : `${wait} seconds`)

/** draft-ietf-httpapi-ratelimit-headers-10 §3 and §4: lists of policies by name, strictest first. */
export function allowanceHeaders({ allowance }: Seen): Record<string, string> {
  if (!allowance) return {}
  const { quotas, wait } = allowance
  return {
    ...(quotas.length > 0 && {
      'ratelimit-policy': quotas.map((q) => `"${q.name}";q=${q.points};w=${q.seconds}`).join(', '),
      ratelimit: quotas.map((q) => `"${q.name}";r=${q.left};t=${q.resets}`).join(', '),
    }),
    ...(wait > 0 && { 'retry-after': String(wait) }),
  }
}

export const allowanceHeaderNames = 'RateLimit, RateLimit-Policy, Retry-After'
