'use server'

import { redirect } from 'next/navigation'
import { afterResetHref, signInHref } from '@/app/ui/hrefs'
import { endEverything } from '@/lib/account/deletion'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'

export async function submitEndAll(form: FormData): Promise<void> {
  const next = safeNext(form.get('next'))
  const person = await getPerson()
  if (!person) redirect(signInHref(afterResetHref(next)))
  await endEverything(person.id)
  redirect(afterResetHref(next, true))
}
