'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { signInHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { changePassword } from '@/lib/people/password-change'
import { getPerson } from '@/lib/session/person'
import { place } from '@/lib/session/sign-in'

export async function submitPassword(previous: FormState, form: FormData): Promise<FormState> {
  const person = await getPerson()
  if (!person) redirect(signInHref('/account/password'))
  after(mailsSent)
  const errors = await changePassword(person, {
    currentPassword: textOf(form, 'currentPassword'),
    password: textOf(form, 'password'),
    place: await place(),
  })
  if (errors) return { errors: await tell(errors), values: {}, attempt: previous.attempt + 1 }
  redirect('/account/password?changed=1')
}
