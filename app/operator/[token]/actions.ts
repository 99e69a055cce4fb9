'use server'

import { redirect } from 'next/navigation'
import { signInHref } from '@/app/ui/hrefs'
import { claimOperator } from '@/lib/people/operator-link'
import { getPerson } from '@/lib/session/person'

export async function submitOperator(form: FormData): Promise<void> {
  const token = String(form.get('token'))
  const person = await getPerson()
  if (!person) redirect(signInHref(`/operator/${token}`))
  await claimOperator(token, person.id)
  // Used, or used by somebody else a moment ago: that page tells which.
  redirect('/operator')
}
