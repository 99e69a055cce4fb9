'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { signInHref } from '@/app/ui/hrefs'
import { revokeApp } from '@/lib/connections/apps'
import { getTarget, putAllAway, putAway } from '@/lib/notices/list'
import { getPerson } from '@/lib/session/person'

const page = '/account'

export async function submitPutAway(form: FormData): Promise<void> {
  await putAway(await requireAccount(), textOf(form, 'notice'))
  leave(page)
}

export async function submitPutAllAway(form: FormData): Promise<void> {
  await putAllAway(await requireAccount(), new Date(textOf(form, 'newest')))
  leave(page)
}

/** Ends all connections of the app that the notice is about. */
export async function submitDisconnectNew(form: FormData): Promise<void> {
  const accountId = await requireAccount()
  const id = textOf(form, 'notice')
  const app = await getTarget(accountId, id)
  if (app) await revokeApp(accountId, app)
  await putAway(accountId, id)
  leave(`${page}?disconnected=1`)
}

// The header counts, and is not made anew by going to another page.
function leave(to: string): never {
  revalidatePath('/', 'layout')
  redirect(to)
}

async function requireAccount(): Promise<string> {
  const person = await getPerson()
  return person ? person.id : redirect(signInHref(page))
}
