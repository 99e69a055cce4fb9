import { db } from '@/lib/data/db'
import { normalizeEmail } from './email'
import { verifyNothing, verifyPassword } from './passwords'
import { count, forgive, waitFor, wrongPasswordAnywhere, wrongPasswordHere } from './throttle'

export type Credentials = { email: string; password: string }

type Result =
  | { accountId: string }
  | { errors: { form?: string; email?: string; password?: string } }

/**
 * Whose credentials these are. `place` is the address they come from: guessing is slowed for an
 * account at a place first, so that the owner elsewhere still gets in.
 */
export async function checkCredentials(input: Credentials, place: string): Promise<Result> {
  const email = normalizeEmail(input.email)
  if (!email) return { errors: { email: 'Enter your email address.' } }
  if (!input.password) return { errors: { password: 'Enter your password.' } }
  const here = `${email} ${place}`
  const wait = Math.max(
    await waitFor(wrongPasswordHere, here),
    await waitFor(wrongPasswordAnywhere, email),
  )
  if (wait > 0) return { errors: { form: tooOften(wait) } }

  const account = await db().account.findUnique({ where: { email } })
  const right = account
    ? await verifyPassword(account.passwordHash, input.password)
    : await verifyNothing(input.password)
  if (account && right) {
    await forgive(wrongPasswordHere, here)
    return { accountId: account.id }
  }
  await count(wrongPasswordHere, here)
  await count(wrongPasswordAnywhere, email)
  return { errors: { form: 'This email address and password do not go together.' } }
}

export const tooOften = (seconds: number): string =>
  seconds < 90
    ? `Too many tries. Wait ${seconds} seconds and try again.`
    : `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes and try again.`
