import * as counters from '@/lib/data/counters'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { normalizeEmail } from './email'
import { longestPassword, verifyNothing, verifyPassword } from './passwords'
import * as throttle from './throttle'

export type Credentials = { email: string; password: string }

type Result =
  | { accountId: string }
  | { errors: { form?: string; email?: string; password?: string } }

/**
 * Whose credentials these are. `place` is the address they come from: guessing is slowed for an
 * account at a place, so that the owner elsewhere still gets in.
 */
export async function checkCredentials(input: Credentials, place: string): Promise<Result> {
  const email = normalizeEmail(String(input.email))
  const password = String(input.password)
  if (!email) return { errors: { email: 'Enter your email address.' } }
  if (!password) return { errors: { password: 'Enter your password.' } }
  const wait = await countTry(email, place)
  if (wait > 0) return { errors: { form: tooOften(wait) } }
  try {
    const accountId = await findAccount(email, password)
    if (!accountId) return { errors: { form: wrongCredentials } }
    await takeBackTry(email, place)
    return { accountId }
  } catch (error) {
    if (error instanceof PublicError) return { errors: { form: error.message } }
    throw error
  }
}

export const wrongCredentials = 'This email address and password do not go together.'

async function findAccount(email: string, password: string): Promise<string | null> {
  const account = await db().account.findUnique({ where: { email } })
  const right =
    account?.passwordHash && password.length <= longestPassword
      ? await verifyPassword(account.passwordHash, password)
      : await verifyNothing(password.slice(0, longestPassword))
  return right ? (account?.id ?? null) : null
}

async function countTry(email: string, place: string): Promise<number> {
  const here = `${email} ${place}`
  const waits = [
    await counters.count(throttle.triesAtPlace, place),
    await counters.count(throttle.triesHere, here),
  ]
  if (!(await counters.isRemembered(throttle.knownPlaces, here))) {
    waits.push(await counters.count(throttle.triesAnywhere, email))
  }
  return Math.max(...waits)
}

async function takeBackTry(email: string, place: string): Promise<void> {
  const here = `${email} ${place}`
  await counters.forgive(throttle.triesAtPlace, place)
  await counters.forget(throttle.triesHere, here)
  await counters.remember(throttle.knownPlaces, here)
}

export const tooOften = (seconds: number): string =>
  seconds < 90
    ? `Too many tries. Wait ${seconds} seconds and try again.`
    : `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes and try again.`
