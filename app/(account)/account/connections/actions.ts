'use server'

import { redirect } from 'next/navigation'
import { signInHref } from '@/app/ui/hrefs'
import { revokeConnection } from '@/lib/connections/connections'
import { getPerson } from '@/lib/session/person'

export async function submitDisconnect(form: FormData): Promise<void> {
  const person = await getPerson()
  if (!person) redirect(signInHref('/account/connections'))
  await revokeConnection(person.id, String(form.get('connection')))
  redirect('/account/connections?disconnected=1')
}
