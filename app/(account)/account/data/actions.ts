'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { requireFresh } from '@/app/(account)/account/fresh'
import { textOf } from '@/app/(account)/form-state'
import { signInHref } from '@/app/ui/hrefs'
import { requestDeletion } from '@/lib/account/deletion'
import { mailsSent } from '@/lib/mail/send'
import { cancelDeletion } from '@/lib/people/deletion'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'

export type DeleteState = { error: string | null; typed: string; attempt: number }

/** The address is typed again: what deletes an account is not one stray click. */
export async function submitDelete(previous: DeleteState, form: FormData): Promise<DeleteState> {
  after(mailsSent)
  const person = await requireFresh('/account/data')
  const typed = textOf(form, 'email')
  if (typed.trim().toLowerCase() !== person.email) {
    const error = `Type ${person.email} to delete this account.`
    return { error, typed, attempt: previous.attempt + 1 }
  }
  await requestDeletion(person.id)
  redirect('/account/data')
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
