'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { requireFresh } from '@/app/(account)/account/fresh'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { signInHref } from '@/app/ui/hrefs'
import { createKey, revokeKey } from '@/lib/keys/keys'
import { mailsSent } from '@/lib/mail/send'
import { getPerson } from '@/lib/session/person'
import { grantable } from './grantable'

/** The key itself is in `values.made`: shown in this one answer and never again. */
export async function submitKey(previous: FormState, form: FormData): Promise<FormState> {
  after(mailsSent)
  const { id: accountId } = await requireFresh('/account/keys')
  const [name, days] = [textOf(form, 'name'), textOf(form, 'days')]
  const scopes = form.getAll('scopes').map(String)
  const attempt = previous.attempt + 1
  const made = await createKey(accountId, { name, scopes, days: Number(days) }, grantable)
  if ('key' in made) return { errors: {}, values: { made: made.key }, attempt }
  return {
    errors: await tell(made.errors),
    values: { name, scopes: scopes.join(' '), days },
    attempt,
  }
}

export async function submitEndKey(form: FormData): Promise<void> {
  await revokeKey(await requireAccount(), textOf(form, 'key'))
  redirect('/account/keys?ended=1')
}

async function requireAccount(): Promise<string> {
  const person = await getPerson()
  return person ? person.id : redirect(signInHref('/account/keys'))
}
