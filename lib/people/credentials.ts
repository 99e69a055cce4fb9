import { networkOf } from '@/lib/client-address'
import * as counters from '@/lib/data/counters'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { problem, type Wrong } from '@/lib/i18n/problem'
import { normalizeEmail } from './email'
import { longestPassword, verifyNothing, verifyPassword } from './passwords'
import { isSuspended } from './suspension'
import * as throttle from './throttle'

export type Credentials = { email: string; password: string }

type Result = { accountId: string } | { errors: { form?: Wrong; email?: Wrong; password?: Wrong } }

/**
 * Whose credentials these are. `place` is the address they come from: guessing is slowed for an
 * account at a place, so that the owner elsewhere still gets in.
 */
export async function checkCredentials(input: Credentials, place: string): Promise<Result> {
  const email = normalizeEmail(String(input.email))
  const password = String(input.password)
  if (!email) return { errors: { email: problem('emailNeeded') } }
  if (!password) return { errors: { password: problem('passwordNeeded') } }
  const wait = await countTry(email, place)
  if (wait > 0) return { errors: { form: tooOften(wait) } }
  try {
    const accountId = await findAccount(email, password)
    if (!accountId) return { errors: { form: wrongCredentials } }
    await takeBackTry(email, place)
    // Only to who knows the password.
    if (await isSuspended(accountId)) return { errors: { form: problem('signIn.suspended') } }
    return { accountId }
  } catch (error) {
    if (error instanceof PublicError) return { errors: { form: problem('signIn.busy') } }
    throw error
  }
}

export const wrongCredentials = problem('signIn.wrong')

async function findAccount(email: string, password: string): Promise<string | null> {
  const account = await db().account.findUnique({ where: { email } })
  const right =
    account?.passwordHash && password.length <= longestPassword
      ? await verifyPassword(account.passwordHash, password)
      : await verifyNothing(password.slice(0, longestPassword))
  if (!right || !account || isOver(account)) return null
  // It may have waited a second for its turn: a password that was changed meanwhile is not right.
  const { id, passwordHash } = account
  return (await db().account.count({ where: { id, email, passwordHash } })) > 0 ? id : null
}

/** An account for reviewers ends by itself. */
const isOver = ({ reviewUntil }: { reviewUntil: Date | null }): boolean =>
  reviewUntil !== null && reviewUntil <= new Date()

async function countTry(email: string, place: string): Promise<number> {
  const here = `${email} ${networkOf(place)}`
  const waits = [
    await counters.count(throttle.triesAtPlace, networkOf(place)),
    await counters.count(throttle.triesHere, here),
  ]
  if (!(await counters.isRemembered(throttle.knownPlaces, here))) {
    waits.push(await counters.count(throttle.triesAnywhere, email))
  }
  return Math.max(...waits)
}

async function takeBackTry(email: string, place: string): Promise<void> {
  const here = `${email} ${networkOf(place)}`
  await counters.forgive(throttle.triesAtPlace, networkOf(place))
  await counters.forget(throttle.triesHere, here)
  await counters.remember(throttle.knownPlaces, here)
}

export const tooOften = (seconds: number): Wrong =>
  seconds < 90
    ? problem('waitSeconds', { count: seconds })
    : problem('waitMinutes', { count: Math.ceil(seconds / 60) })
