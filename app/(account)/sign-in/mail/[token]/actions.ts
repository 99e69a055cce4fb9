'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { textOf } from '@/app/(account)/form-state'
import { secondStepHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { safeNext } from '@/lib/session/next-path'
import { signInByLink } from '@/lib/session/sign-in'

export async function submitSignInLink(form: FormData): Promise<void> {
  after(mailsSent)
  const token = textOf(form, 'token')
  const done = await signInByLink(token)
  // Used a moment ago, or too old by now: its own page says so.
  if (!done) redirect(`/sign-in/mail/${encodeURIComponent(token)}`)
  const next = safeNext(done.next)
  redirect(done.entered === 'second-step' ? secondStepHref(next) : (next ?? '/account'))
}
