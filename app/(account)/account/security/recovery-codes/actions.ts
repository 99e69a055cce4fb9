'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { signInAgainHref } from '@/app/ui/hrefs'
import { mailsSent } from '@/lib/mail/send'
import { replaceRecoveryCodes } from '@/lib/people/recovery-codes'
import { askForPasskey, needsSecondFactor } from '@/lib/people/second-factor'
import { getPerson, isFresh } from '@/lib/session/person'

export async function submitNewCodes(_: string[] | null, form: FormData): Promise<string[] | null> {
  after(mailsSent)
  const person = await getPerson()
  if (!person || !isFresh(person)) redirect(signInAgainHref('/account/security'))
  if (form.get('ask') === 'passkey') await askForPasskey(person.id)
  if (!(await needsSecondFactor(person.id))) redirect('/account/security')
  return replaceRecoveryCodes(person.id)
}
