'use server'

import { after } from 'next/server'
import { mailsSent } from '@/lib/mail/send'
import { safeNext } from '@/lib/session/next-path'
import {
  type AuthenticationResponseJSON,
  beginAdding,
  beginSignIn,
  finishAdding,
  finishSignIn,
  type RegistrationResponseJSON,
} from '@/lib/session/passkeys'
import { getPerson, isFresh } from '@/lib/session/person'

export async function beginPasskeySignIn(isSecondStep: boolean) {
  return beginSignIn(isSecondStep === true)
}

/** Where to go on to; null when the passkey was refused. */
export async function finishPasskeySignIn(
  isSecondStep: boolean,
  response: AuthenticationResponseJSON,
  next: string | null,
): Promise<string | null> {
  after(mailsSent)
  const signedIn = await finishSignIn(isSecondStep === true, response)
  return signedIn ? (safeNext(next) ?? '/account') : null
}

export async function beginPasskeyAdding() {
  const person = await getPerson()
  return person && isFresh(person) ? beginAdding(person) : null
}

export async function finishPasskeyAdding(
  name: string,
  response: RegistrationResponseJSON,
): Promise<string | null> {
  after(mailsSent)
  const person = await getPerson()
  if (!person || !isFresh(person)) return null
  const added = await finishAdding(person, String(name), response)
  return added ? '/account/security?done=passkey-added' : null
}
