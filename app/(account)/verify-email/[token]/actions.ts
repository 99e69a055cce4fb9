'use server'

import { redirect } from 'next/navigation'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { signInHref } from '@/app/ui/hrefs'
import { verifyAddress } from '@/lib/people/verification'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'
import { finishSignUpHere } from '@/lib/session/sign-in'

/** Makes the account that was asked for with this address. */
export async function submitFinish(previous: FormState, form: FormData): Promise<FormState> {
  const token = textOf(form, 'token')
  const result = await finishSignUpHere(token, textOf(form, 'password'))
  // Used a moment ago, or too old by now: its own page says so.
  if (!result) redirect(pageOf(token))
  if ('errors' in result) {
    return { errors: await tell(result.errors), values: {}, attempt: previous.attempt + 1 }
  }
  redirect(safeNext(result.next) ?? '/account')
}

/** Confirms the address of an account that exists. */
export async function submitVerification(form: FormData): Promise<void> {
  const token = textOf(form, 'token')
  const person = await getPerson()
  if (!person) redirect(signInHref(pageOf(token)))
  const isVerified = await verifyAddress(token, person.id)
  redirect(isVerified ? '/account?confirmed=1' : pageOf(token))
}

const pageOf = (token: string): string => `/verify-email/${encodeURIComponent(token)}`
