import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { sha256 } from '@/lib/secrets'
import { counterPool } from './db'

/** How many tries within `seconds` before the next has to wait that long. */
export type Limit = { name: string; points: number; seconds: number }

const limiters = new Map<string, RateLimiterPostgres>()

function limiter({ name, points, seconds }: Limit): RateLimiterPostgres {
  let known = limiters.get(name)
  if (!known) {
    known = new RateLimiterPostgres({
      storeClient: counterPool(),
      storeType: 'pool',
      tableName: 'RateLimit',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    })
    limiters.set(name, known)
  }
  return known
}

/**
 * Counts one try before it is made, so that tries at the same moment count too; resolves to the
 * seconds to wait, 0 when it may be made.
 */
export async function count(limit: Limit, subject: string): Promise<number> {
  const state = await limiter(limit).penalty(sha256(subject))
  return state.consumedPoints > limit.points ? Math.ceil(state.msBeforeNext / 1000) : 0
}

/** Counts `points`; resolves to what all processes counted in the window, and how long it still runs. */
export async function add(limit: Limit, subject: string, points: number) {
  const state = await limiter(limit).penalty(sha256(subject), points)
  return { used: state.consumedPoints, endsInMs: state.msBeforeNext }
}

/** Takes back a try that turned out to be right. */
export async function forgive(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).reward(sha256(subject))
}

export const forget = (limit: Limit, subject: string): Promise<boolean> =>
  limiter(limit).delete(sha256(subject))

/** Whether something was counted or remembered and has not ended yet. */
export const isRemembered = async (limit: Limit, subject: string): Promise<boolean> =>
  (await limiter(limit).get(sha256(subject))) !== null

export async function remember(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).set(sha256(subject), 1, limit.seconds)
}
