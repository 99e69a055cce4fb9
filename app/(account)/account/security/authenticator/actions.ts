'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { tell } from '@/app/(account)/tell'
import { signInAgainHref } from '@/app/ui/hrefs'
import { problem } from '@/lib/i18n/problem'
import { mailsSent } from '@/lib/mail/send'
import { confirmAuthenticator } from '@/lib/people/authenticator'
import { replaceRecoveryCodes } from '@/lib/people/recovery-codes'
import { getPerson, isFresh } from '@/lib/session/person'

export async function submitFirstCode(previous: FormState, form: FormData): Promise<FormState> {
  after(mailsSent)
  const person = await getPerson()
  if (!person || !isFresh(person)) redirect(signInAgainHref('/account/security'))
  const attempt = previous.attempt + 1
  const code = textOf(form, 'code').replace(/\s/g, '')
  if (!(await confirmAuthenticator(person.id, code))) {
    return { errors: await tell({ code: problem('settings.firstCode') }), values: {}, attempt }
  }
  const codes = await replaceRecoveryCodes(person.id)
  return { errors: {}, values: { codes: codes.join(' ') }, attempt }
}
