'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import type { FormState } from '@/app/(account)/form-state'
import { signInAgainHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { replaceRecoveryCodes } from '@/lib/people/recovery-codes'
import { askForPasskey, needsSecondFactor } from '@/lib/people/second-factor'
import { getPerson, isFresh } from '@/lib/session/person'

export async function submitNewCodes(previous: FormState, form: FormData): Promise<FormState> {
  after(mailsSent)
  const person = await getPerson()
  if (!person || !isFresh(person)) redirect(signInAgainHref('/account/security'))
  if (form.get('ask') === 'passkey') await askForPasskey(person.id)
  if (!(await needsSecondFactor(person.id))) redirect('/account/security')
  const codes = await replaceRecoveryCodes(person.id)
  return { errors: {}, values: { codes: codes.join(' ') }, attempt: previous.attempt + 1 }
}
