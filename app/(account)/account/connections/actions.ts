'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { signInHref } from '@/app/ui/hrefs'
import { endEverything } from '@/lib/account/deletion'
import { revokeApp } from '@/lib/connections/apps'
import { revokeConnections } from '@/lib/connections/connections'
import { reduceConnection } from '@/lib/connections/reduce'
import { getPerson } from '@/lib/session/person'

const here = '/account/connections'

export async function submitDisconnect(form: FormData): Promise<void> {
  await revokeConnections(await requireAccount(), [textOf(form, 'connection')])
  redirect(`${here}?done=disconnected`)
}

export async function submitDisconnectApp(form: FormData): Promise<void> {
  await revokeApp(await requireAccount(), textOf(form, 'app'))
  redirect(`${here}?done=disconnected`)
}

export async function submitEndEverything(): Promise<void> {
  await endEverything(await requireAccount())
  redirect(`${here}?done=everything`)
}

export async function submitReduce(form: FormData): Promise<void> {
  const accountId = await requireAccount()
  const keep = form.getAll('keep').map(String)
  if (keep.length === 0) redirect(`${here}?done=nothing`)
  await reduceConnection(accountId, textOf(form, 'connection'), keep)
  redirect(`${here}?done=reduced`)
}

async function requireAccount(): Promise<string> {
  const person = await getPerson()
  return person ? person.id : redirect(signInHref(here))
}
