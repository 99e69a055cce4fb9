'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { secondStepHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { safeNext } from '@/lib/session/next-path'
import { finishByCode } from '@/lib/session/second-step'

export async function submitCode(previous: FormState, form: FormData): Promise<FormState> {
  after(mailsSent)
  const next = safeNext(form.get('next'))
  const result = await finishByCode(textOf(form, 'code'))
  // That page says what happened, and leads back.
  if (result === 'expired') redirect(secondStepHref(next))
  if (result) return { errors: await tell(result), values: {}, attempt: previous.attempt + 1 }
  redirect(next ?? '/account')
}
