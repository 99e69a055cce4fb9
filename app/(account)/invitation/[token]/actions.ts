'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { signInHref } from '@/app/ui/hrefs'
import { accept } from '@/lib/letting-in'
import { actorOf } from '@/lib/session/actor'
import { getPerson } from '@/lib/session/person'

/** Its page says how it ended: whether they are in, or the link does not work for them. */
export async function submitAccept(form: FormData): Promise<void> {
  const token = textOf(form, 'token')
  const page = `/invitation/${encodeURIComponent(token)}`
  const person = await getPerson()
  if (!person) redirect(signInHref(page))
  await accept(person, token, await actorOf(person))
  redirect(page)
}
