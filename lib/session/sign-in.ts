import { cookies, headers } from 'next/headers'
import { clientAddress } from '@/lib/client-address'
import { createAccount, type NewAccount } from '@/lib/people/accounts'
import { type Credentials, checkCredentials } from '@/lib/people/credentials'
import { closeSession, openSession, sessionCookie } from './browser-session'
import { getPerson } from './person'

/** What is wrong, beside the field it belongs to; `form` is about the whole. */
export type FormErrors = { form?: string; name?: string; email?: string; password?: string }

/** Null when the account exists now and this browser is signed in to it. */
export async function signUp(input: NewAccount): Promise<FormErrors | null> {
  const result = await createAccount(input, await place())
  if ('errors' in result) return result.errors
  await startSession(result.accountId)
  return null
}

/** Null when this browser is signed in now. */
export async function signIn(input: Credentials): Promise<FormErrors | null> {
  const result = await checkCredentials(input, await place())
  if ('errors' in result) return result.errors
  await startSession(result.accountId)
  return null
}

export async function signOut(): Promise<void> {
  const person = await getPerson()
  if (person) await closeSession(person.sessionId)
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

async function startSession(accountId: string): Promise<void> {
  const before = await getPerson()
  // Whoever was signed in here before is not any more.
  if (before) await closeSession(before.sessionId)
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, await openSession(accountId), options)
}

const place = async (): Promise<string> => clientAddress((await headers()).get('x-forwarded-for'))
