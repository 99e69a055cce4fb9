'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { lookAtMailHref, mailSignInHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { askForSignIn } from '@/lib/people/sign-in-by-mail'
import { getLocale } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { place } from '@/lib/session/sign-in'
import { readSetting } from '@/lib/settings/setting'
import { waysIn } from '@/lib/settings/ways-in'

export async function submitMailSignIn(previous: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email')
  const next = safeNext(form.get('next'))
  if (!(await readSetting(waysIn)).mailedLink) redirect(mailSignInHref(next))
  after(mailsSent)
  const errors = await askForSignIn(email, await place(), { next, locale: await getLocale() })
  if (errors)
    return { errors: await tell(errors), values: { email }, attempt: previous.attempt + 1 }
  redirect(lookAtMailHref('sign-in', next))
}
