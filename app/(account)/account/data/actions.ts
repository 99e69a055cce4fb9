'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { requireFresh } from '@/app/(account)/account/fresh'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { signInHref } from '@/app/ui/hrefs'
import { requestDeletion } from '@/lib/account/deletion'
import { PublicError } from '@/lib/errors'
import { problem } from '@/lib/i18n/problem'
import { mailsSent } from '@/lib/mail/send'
import { cancelDeletion } from '@/lib/people/deletion'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'

/** The address is typed again: what deletes an account is not one stray click. */
export async function submitDelete(previous: FormState, form: FormData): Promise<FormState> {
  after(mailsSent)
  const person = await requireFresh('/account/data')
  const typed = textOf(form, 'email')
  const isMeant = typed.trim().toLowerCase() === person.email
  if (isMeant && (await isLeaving(person.id))) redirect('/account/data')
  const what = isMeant
    ? problem('data.onlyOperator')
    : problem('data.typeAddress', { email: person.email })
  const errors = await tell({ email: what })
  return { errors, values: { email: typed }, attempt: previous.attempt + 1 }
}

/** False for the only operator, whom nobody could follow. */
async function isLeaving(accountId: string): Promise<boolean> {
  try {
    await requestDeletion(accountId)
    return true
  } catch (error) {
    if (error instanceof PublicError) return false
    throw error
  }
}

export async function submitStay(form: FormData): Promise<void> {
  after(mailsSent)
  const person = await requirePerson()
  await cancelDeletion(person.id)
  redirect(safeNext(form.get('next')) ?? '/account?kept=1')
}

async function requirePerson() {
  return (await getPerson()) ?? redirect(signInHref('/account/data'))
}
