import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { clientAddress } from '@/lib/client-address'
import { problem, type Wrong } from '@/lib/i18n/problem'
import { mailMode } from '@/lib/mail/mode'
import { tell } from '@/lib/notices/tell'
import { createAccount, type NewAccount } from '@/lib/people/accounts'
import { type Credentials, checkCredentials } from '@/lib/people/credentials'
import { needsSecondFactor } from '@/lib/people/second-factor'
import { takeSignInLink } from '@/lib/people/sign-in-by-mail'
import { askForAccount, finishSignUp } from '@/lib/people/sign-up-by-mail'
import { isSuspended } from '@/lib/people/suspension'
import { askForVerification } from '@/lib/people/verification'
import { isSignUpOpen } from '@/lib/settings/ways-in'
import { markAskedBrowser, readAskedBrowser } from './asked-browser'
import { toBrowserName } from './browser-name'
import { closeSession, openSession, sessionCookie } from './browser-session'
import { meetBrowser } from './known-browser'
import { getLocale } from './locale'
import { getPerson } from './person'
import { giveTicket } from './ticket'

/** What is wrong, beside the field it belongs to; `form` is about the whole. */
export type FormErrors = {
  form?: Wrong
  name?: Wrong
  email?: Wrong
  currentPassword?: Wrong
  password?: Wrong
}

/** `mailed`: the account is made when the mailed link is opened; otherwise this browser is signed in. */
export async function signUp(
  input: NewAccount,
  next: string | null,
): Promise<{ errors: FormErrors } | { mailed: boolean }> {
  if (!(await isSignUpOpen())) return { errors: { form: problem('signIn.closed') } }
  const from = await place()
  const account = { ...input, locale: await getLocale() }
  if (mailMode() === 'smtp') {
    const browser = await markAskedBrowser()
    const errors = await askForAccount(account, { place: from, next, browser })
    return errors ? { errors } : { mailed: true }
  }
  const result = await createAccount(account, from)
  if ('errors' in result) return result
  await startSession(result.accountId, { isFirst: true })
  if (mailMode() === 'outbox') {
    const email = input.email.trim().toLowerCase()
    await askForVerification({ id: result.accountId, email }, from)
  }
  return { mailed: false }
}

/** By the mailed link; null when it does not work any more, else where to go on to. */
export async function finishSignUpHere(
  token: string,
  password: string,
): Promise<{ errors: FormErrors } | { next: string | null } | null> {
  const browser = await readAskedBrowser()
  const result = await finishSignUp({ token, browser, password })
  if (!result || 'errors' in result) return result
  await startSession(result.accountId, { isFirst: true })
  return { next: result.next }
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
export async function enter(accountId: string, how: { isFirst?: boolean } = {}): Promise<Entered> {
  if (await needsSecondFactor(accountId)) {
    await giveTicket('step', { accountId })
    return 'second-step'
  }
  await startSession(accountId, how)
  return 'signed-in'
}

/** By the mailed link; null when it does not work any more, else where to go on to. */
export async function signInByLink(
  token: string,
): Promise<{ next: string | null; entered: Entered } | null> {
  const result = await takeSignInLink(token)
  return result && { next: result.next, entered: await enter(result.accountId) }
}

export async function signOut(): Promise<void> {
  const person = await getPerson()
  if (person) await closeSession(person.sessionId)
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

/** Where somebody is told who proved to be a person whose account an operator stopped. */
export const suspendedPath = '/sign-in?problem=suspended'

/** Only after every factor that the account asks for; `isFirst`: the account was just made. */
export async function startSession(accountId: string, { isFirst = false } = {}): Promise<void> {
  if (await isSuspended(accountId)) redirect(suspendedPath)
  const before = await getPerson()
  // Whoever was signed in here before is not any more.
  if (before) await closeSession(before.sessionId)
  const { name, options } = sessionCookie()
  const userAgent = await getUserAgent()
  const value = await openSession(accountId, userAgent)
  ;(await cookies()).set(name, value, options)
  const { isKnown } = await meetBrowser(accountId)
  if (isKnown || isFirst) return
  const about = toBrowserName(userAgent)
  await tell({ accountId, kind: 'signed_in', about, known: about })
}

/** Where this request comes from, for what is counted by place. */
export const place = async (): Promise<string> =>
  clientAddress((await headers()).get('x-forwarded-for'))

export const getUserAgent = async (): Promise<string> => (await headers()).get('user-agent') ?? ''
