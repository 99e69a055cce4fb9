import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { counterPool } from '@/lib/data/db'
import { sha256 } from '@/lib/secrets'

/** How many tries within `seconds` before the next has to wait that long. */
type Limit = { name: string; points: number; seconds: number }

/** Ten wrong passwords for one account from one place: a minute's pause, never a lock. */
export const triesHere: Limit = { name: 'sign-in-here', points: 10, seconds: 60 }
/** The same from many places; not for a place from which the account was signed in to before. */
export const triesAnywhere: Limit = { name: 'sign-in', points: 100, seconds: 600 }
/** One place that tries many accounts. */
export const triesAtPlace: Limit = { name: 'sign-in-place', points: 60, seconds: 60 }
/** Tries to sign up with one address: stops asking the form who has an account. */
export const signUpsPerEmail: Limit = { name: 'sign-up', points: 5, seconds: 600 }
export const signUpsPerPlace: Limit = { name: 'sign-up-place', points: 60, seconds: 600 }
/** Remembers for a month where an account was signed in to. */
const knownPlaces: Limit = { name: 'known-place', points: 1, seconds: 30 * 24 * 3600 }

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

/** Takes back a try that turned out to be right. */
export async function forgive(limit: Limit, subject: string): Promise<void> {
  await limiter(limit).reward(sha256(subject))
}

export const forget = (limit: Limit, subject: string): Promise<boolean> =>
  limiter(limit).delete(sha256(subject))

export const isKnownPlace = async (subject: string): Promise<boolean> =>
  (await limiter(knownPlaces).get(sha256(subject))) !== null

export async function rememberPlace(subject: string): Promise<void> {
  await limiter(knownPlaces).set(sha256(subject), 1, knownPlaces.seconds)
}
