'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { lookAtMailHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { askForReset } from '@/lib/people/password-reset'
import { getLocale } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { place } from '@/lib/session/sign-in'

export async function submitResetRequest(previous: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email')
  const next = safeNext(form.get('next'))
  after(mailsSent)
  const errors = await askForReset(email, await place(), { next, locale: await getLocale() })
  if (errors)
    return { errors: await tell(errors), values: { email }, attempt: previous.attempt + 1 }
  redirect(lookAtMailHref('reset', next))
}
