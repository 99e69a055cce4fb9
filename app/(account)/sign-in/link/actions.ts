'use server'

import { redirect } from 'next/navigation'
import { linkWaiting } from '@/lib/session/arrival'
import { safeNext } from '@/lib/session/next-path'

export async function submitLink(form: FormData): Promise<void> {
  const next = safeNext(form.get('next'))
  const linked = await linkWaiting()
  // Who was on the way somewhere gets there either way; the others see what became of it.
  redirect(next ?? `/account/security?${linked ? 'done=linked' : 'problem=failed'}`)
}
