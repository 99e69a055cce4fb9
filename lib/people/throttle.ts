import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/data/db'
import { sha256 } from '@/lib/secrets'

/** How many tries within `seconds` before the next has to wait that long. */
type Limit = { name: string; points: number; seconds: number }

/** Ten wrong passwords for one account from one place: a minute's pause, never a lock. */
export const wrongPasswordHere: Limit = { name: 'password-here', points: 10, seconds: 60 }
/** The same from many places at once. */
export const wrongPasswordAnywhere: Limit = { name: 'password', points: 100, seconds: 600 }
/** Tries to sign up with one address: stops asking the form who has an account. */
export const signUpPerEmail: Limit = { name: 'sign-up', points: 5, seconds: 600 }
export const signUpPerPlace: Limit = { name: 'sign-up-place', points: 60, seconds: 600 }

const limiters = new Map<string, RateLimiterPostgres>()

function limiter({ name, points, seconds }: Limit): RateLimiterPostgres {
  let known = limiters.get(name)
  if (!known) {
    known = new RateLimiterPostgres({
      storeClient: pool(),
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

/** Seconds to wait before the next try; 0 when it may be now. Counts nothing. */
export async function waitFor(limit: Limit, subject: string): Promise<number> {
  const state = await limiter(limit).get(sha256(subject))
  return state && state.consumedPoints >= limit.points ? secondsOf(state) : 0
}

/** Counts one try; resolves to the seconds to wait before the next. */
export async function count(limit: Limit, subject: string): Promise<number> {
  const state = await limiter(limit).penalty(sha256(subject))
  return state.consumedPoints >= limit.points ? secondsOf(state) : 0
}

export async function forgive(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).delete(sha256(subject))
}

const secondsOf = (state: RateLimiterRes): number => Math.ceil(state.msBeforeNext / 1000)
