'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { signInHref } from '@/app/ui/hrefs'
import { requestAccess } from '@/lib/release/requests'
import { getPerson } from '@/lib/session/person'

/** Stays on its page, which is the account's or that of an app that asks. */
export async function submitRequestAccess(form: FormData): Promise<void> {
  const person = await getPerson()
  if (!person) redirect(signInHref('/account'))
  await requestAccess(person.id, textOf(form, 'note'))
  revalidatePath('/', 'layout')
}
