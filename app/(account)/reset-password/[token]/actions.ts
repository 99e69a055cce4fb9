'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { afterResetHref, signInHref } from '@/app/ui/hrefs'
import { hasStandingAccess } from '@/lib/account/standing'
import { mailsSent } from '@/lib/mail/send'
import { resetPassword } from '@/lib/people/password-reset'
import { safeNext } from '@/lib/session/next-path'

export async function submitNewPassword(previous: FormState, form: FormData): Promise<FormState> {
  const token = textOf(form, 'token')
  after(mailsSent)
  const result = await resetPassword(token, textOf(form, 'password'))
  // Used a moment ago, or too old by now: its own page says so.
  if (!result) redirect(`/reset-password/${encodeURIComponent(token)}`)
  if ('error' in result) {
    return {
      errors: await tell({ password: result.error }),
      values: {},
      attempt: previous.attempt + 1,
    }
  }
  const next = safeNext(result.next)
  const standing = await hasStandingAccess(result.accountId)
  const signIn = signInHref(standing ? afterResetHref(next) : next)
  redirect(`${signIn}${signIn.includes('?') ? '&' : '?'}changed=1`)
}
