'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { signInHref } from '@/app/ui/hrefs'
import { getPerson } from '@/lib/session/person'
import { endOtherSessions, endSession } from '@/lib/session/sessions'

const page = '/account/sessions'

export async function submitEndSession(form: FormData): Promise<void> {
  const person = await getPerson()
  if (!person) redirect(signInHref(page))
  await endSession(person.id, textOf(form, 'session'))
  redirect(`${page}?ended=one`)
}

export async function submitEndOthers(): Promise<void> {
  const person = await getPerson()
  if (!person) redirect(signInHref(page))
  await endOtherSessions(person.id, person.sessionId)
  redirect(`${page}?ended=others`)
}
