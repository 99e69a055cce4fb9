import { cookies, headers } from 'next/headers'
import { clientAddress } from '@/lib/client-address'
import { createAccount, type NewAccount } from '@/lib/people/accounts'
import { type Credentials, checkCredentials } from '@/lib/people/credentials'
import { needsSecondFactor } from '@/lib/people/second-factor'
import { closeSession, openSession, sessionCookie } from './browser-session'
import { getPerson } from './person'
import { giveTicket } from './ticket'

/** What is wrong, beside the field it belongs to; `form` is about the whole. */
export type FormErrors = { form?: string; name?: string; email?: string; password?: string }

/** Null when the account exists now and this browser is signed in to it. */
export async function signUp(input: NewAccount): Promise<FormErrors | null> {
  const result = await createAccount(input, await place())
  if ('errors' in result) return result.errors
  await startSession(result.accountId)
  return null
}

/** Whether this browser is signed in now, or a second step must come first. */
export type Entered = 'signed-in' | 'second-step'

export async function signIn(
  input: Credentials,
): Promise<{ errors: FormErrors } | { entered: Entered }> {
  const result = await checkCredentials(input, await place())
  return 'errors' in result ? result : { entered: await enter(result.accountId) }
}

/** After a first factor that is one only: a password, a link by mail. */
export async function enter(accountId: string): Promise<Entered> {
  if (await needsSecondFactor(accountId)) {
    await giveTicket('step', { accountId })
    return 'second-step'
  }
  await startSession(accountId)
  return 'signed-in'
}

export async function signOut(): Promise<void> {
  const person = await getPerson()
  if (person) await closeSession(person.sessionId)
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

/** Only after every factor that the account asks for. */
export async function startSession(accountId: string): Promise<void> {
  const before = await getPerson()
  // Whoever was signed in here before is not any more.
  if (before) await closeSession(before.sessionId)
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, await openSession(accountId), options)
}

export const place = async (): Promise<string> =>
  clientAddress((await headers()).get('x-forwarded-for'))
