'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { textOf } from '@/app/(account)/form-state'
import { signInAgainHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { confirmAuthenticator } from '@/lib/people/authenticator'
import { replaceRecoveryCodes } from '@/lib/people/recovery-codes'
import { getPerson, isFresh } from '@/lib/session/person'

export type ConfirmState = { errors: { code?: string }; codes: string[] | null; attempt: number }

export async function submitFirstCode(
  previous: ConfirmState,
  form: FormData,
): Promise<ConfirmState> {
  after(mailsSent)
  const person = await getPerson()
  if (!person || !isFresh(person)) redirect(signInAgainHref('/account/security'))
  const attempt = previous.attempt + 1
  const code = textOf(form, 'code').replace(/\s/g, '')
  if (!(await confirmAuthenticator(person.id, code))) {
    return { errors: { code: wrong }, codes: null, attempt }
  }
  return { errors: {}, codes: await replaceRecoveryCodes(person.id), attempt }
}

const wrong =
  'This is not the code that the app should show now. Check your phone’s clock, and try the next.'
