'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { secondStepHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { safeNext } from '@/lib/session/next-path'
import { signIn } from '@/lib/session/sign-in'

export async function submitSignIn(previous: FormState, form: FormData): Promise<FormState> {
  after(mailsSent)
  const email = textOf(form, 'email')
  const result = await signIn({ email, password: textOf(form, 'password') })
  if ('errors' in result) {
    return { errors: await tell(result.errors), values: { email }, attempt: previous.attempt + 1 }
  }
  const next = safeNext(form.get('next'))
  redirect(result.entered === 'second-step' ? secondStepHref(next) : (next ?? '/account'))
}
