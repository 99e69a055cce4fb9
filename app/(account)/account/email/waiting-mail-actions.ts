'use server'

import { redirect } from 'next/navigation'
import { signInHref } from '@/app/ui/hrefs'
import { setMailsWaiting } from '@/lib/people/waiting-mail'
import { getPerson } from '@/lib/session/person'

const page = '/account/email'

export async function submitWaitingMail(form: FormData): Promise<void> {
  const person = await getPerson()
  if (!person) redirect(signInHref(page))
  await setMailsWaiting(person.id, form.get('on') !== null)
  redirect(`${page}?saved=1`)
}
