'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { requireFresh } from '@/app/(account)/account/fresh'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { lookAtMailHref, signInHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { askForEmailChange } from '@/lib/people/email-change'
import { askForVerification } from '@/lib/people/verification'
import { getPerson } from '@/lib/session/person'
import { place } from '@/lib/session/sign-in'

export async function submitEmail(previous: FormState, form: FormData): Promise<FormState> {
  const person = await requireFresh('/account/email')
  const address = textOf(form, 'email')
  const change = { address, currentPassword: textOf(form, 'currentPassword'), place: await place() }
  after(mailsSent)
  const errors = await askForEmailChange(person, change)
  if (errors)
    return { errors: await tell(errors), values: { email: address }, attempt: previous.attempt + 1 }
  redirect(lookAtMailHref('email'))
}

export async function submitAskVerification(): Promise<void> {
  const person = await getPerson()
  if (!person) redirect(signInHref('/account/email'))
  after(mailsSent)
  const tooOften = !person.emailVerified && (await askForVerification(person, await place()))
  redirect(`/account/email?${tooOften ? 'later' : 'sent'}=1`)
}
