'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { signInHref } from '@/app/ui/hrefs'
import { toNetwork } from '@/lib/audit/audit'
import { takeInvitation } from '@/lib/people/invitations'
import { toBrowserName } from '@/lib/session/browser-name'
import { getPerson } from '@/lib/session/person'
import { getUserAgent, place } from '@/lib/session/sign-in'

export async function submitTake(form: FormData): Promise<void> {
  const token = textOf(form, 'token')
  const page = `/operator/invited/${encodeURIComponent(token)}`
  const person = await getPerson()
  if (!person) redirect(signInHref(page))
  const isTaken = await takeInvitation(token, {
    accountId: person.id,
    network: toNetwork(await place()),
    browser: toBrowserName(await getUserAgent()),
  })
  redirect(isTaken ? '/admin' : page)
}
