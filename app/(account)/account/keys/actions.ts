'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { requireFresh } from '@/app/(account)/account/fresh'
import { textOf } from '@/app/(account)/form-state'
import { signInHref } from '@/app/ui/hrefs'
import { createKey, revokeKey } from '@/lib/keys/keys'
import { mailsSent } from '@/lib/mail/send'
import { getPerson } from '@/lib/session/person'
import { grantable } from './grantable'

export type KeyState = {
  errors: { form?: string; name?: string; scopes?: string; days?: string }
  values: { name: string; scopes: string[]; days: number }
  /** Shown in this one answer and never again. */
  key: string | null
  attempt: number
}

export async function submitKey(previous: KeyState, form: FormData): Promise<KeyState> {
  after(mailsSent)
  const { id: accountId } = await requireFresh('/account/keys')
  const values = {
    name: textOf(form, 'name'),
    scopes: form.getAll('scopes').map(String),
    days: Number(textOf(form, 'days')),
  }
  const attempt = previous.attempt + 1
  const made = await createKey(accountId, values, grantable)
  if ('errors' in made) return { errors: made.errors, values, key: null, attempt }
  return { errors: {}, values: { name: '', scopes: [], days: 90 }, key: made.key, attempt }
}

export async function submitEndKey(form: FormData): Promise<void> {
  await revokeKey(await requireAccount(), textOf(form, 'key'))
  redirect('/account/keys?ended=1')
}

async function requireAccount(): Promise<string> {
  const person = await getPerson()
  return person ? person.id : redirect(signInHref('/account/keys'))
}
