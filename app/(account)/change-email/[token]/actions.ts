'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { textOf } from '@/app/(account)/form-state'
import { mailsSent } from '@/lib/mail/send'
import { confirmEmailChange } from '@/lib/people/email-change'
import { getPerson } from '@/lib/session/person'

export async function submitEmailChange(form: FormData): Promise<void> {
  const token = textOf(form, 'token')
  after(mailsSent)
  const done = await confirmEmailChange(token, (await getPerson())?.id ?? null)
  const page = `/change-email/${encodeURIComponent(token)}`
  redirect(done ? `${page}?done=${done}` : page)
}
