'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { requireFresh } from '@/app/(account)/account/fresh'
import { textOf } from '@/app/(account)/form-state'
import { mailsSent } from '@/lib/mail/send'
import { beginAuthenticator } from '@/lib/people/authenticator'
import { unlinkIdentity } from '@/lib/people/identities'
import { removePasskey, renamePasskey } from '@/lib/people/passkeys'
import { turnOffSecondFactor } from '@/lib/people/second-factor'

const page = '/account/security'

export async function submitPasskeyName(form: FormData): Promise<void> {
  const person = await requireFresh(page)
  await renamePasskey(person.id, textOf(form, 'passkey'), textOf(form, 'name'))
  redirect(`${page}?done=passkey-renamed`)
}

export async function submitPasskeyRemoval(form: FormData): Promise<void> {
  after(mailsSent)
  const person = await requireFresh(page)
  const removed = await removePasskey(person.id, textOf(form, 'passkey'))
  redirect(`${page}?${removed ? 'done=passkey-removed' : 'problem=last'}`)
}

export async function submitUnlink(form: FormData): Promise<void> {
  const person = await requireFresh(page)
  const unlinked = await unlinkIdentity(person.id, textOf(form, 'identity'))
  redirect(`${page}?${unlinked ? 'done=unlinked' : 'problem=last'}`)
}

export async function submitAuthenticatorStart(): Promise<void> {
  const person = await requireFresh(page)
  await beginAuthenticator(person.id)
  redirect(`${page}/authenticator`)
}

export async function submitTurnOff(): Promise<void> {
  after(mailsSent)
  const person = await requireFresh(page)
  await turnOffSecondFactor(person.id)
  redirect(`${page}?done=turned-off`)
}
