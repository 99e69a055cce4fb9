'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { lookAtMailHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { safeNext } from '@/lib/session/next-path'
import { signUp } from '@/lib/session/sign-in'

export async function submitSignUp(previous: FormState, form: FormData): Promise<FormState> {
  const values = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const next = safeNext(form.get('next'))
  after(mailsSent)
  const result = await signUp({ ...values, password: textOf(form, 'password') }, next)
  if ('errors' in result)
    return { errors: await tell(result.errors), values, attempt: previous.attempt + 1 }
  redirect(result.mailed ? lookAtMailHref('sign-up', next) : (next ?? '/account'))
}
