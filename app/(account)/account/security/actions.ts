'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/(account)/form-state'
import { signInAgainHref } from '@/app/ui/hrefs'
import { beginAuthenticator } from '@/lib/people/authenticator'
import { unlinkIdentity } from '@/lib/people/identities'
import { removePasskey, renamePasskey } from '@/lib/people/passkeys'
import { turnOffSecondFactor } from '@/lib/people/second-factor'
import { getPerson, isFresh, type Person } from '@/lib/session/person'

const page = '/account/security'

export async function submitPasskeyName(form: FormData): Promise<void> {
  const person = await requireFresh()
  await renamePasskey(person.id, textOf(form, 'passkey'), textOf(form, 'name'))
  redirect(`${page}?done=passkey-renamed`)
}

export async function submitPasskeyRemoval(form: FormData): Promise<void> {
  const person = await requireFresh()
  const removed = await removePasskey(person.id, textOf(form, 'passkey'))
  redirect(`${page}?${removed ? 'done=passkey-removed' : 'problem=last'}`)
}

export async function submitUnlink(form: FormData): Promise<void> {
  const person = await requireFresh()
  const unlinked = await unlinkIdentity(person.id, textOf(form, 'identity'))
  redirect(`${page}?${unlinked ? 'done=unlinked' : 'problem=last'}`)
}

export async function submitAuthenticatorStart(): Promise<void> {
  const person = await requireFresh()
  await beginAuthenticator(person.id)
  redirect(`${page}/authenticator`)
}

export async function submitTurnOff(): Promise<void> {
  const person = await requireFresh()
  await turnOffSecondFactor(person.id)
  redirect(`${page}?done=turned-off`)
}

async function requireFresh(): Promise<Person> {
  const person = await getPerson()
  if (!person || !isFresh(person)) redirect(signInAgainHref(page))
  return person
}
