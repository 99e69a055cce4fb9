'use server'

import { redirect } from 'next/navigation'
import { signInHref } from '@/app/ui/hrefs'
import { safeNext } from '@/lib/session/next-path'
import { signOut } from '@/lib/session/sign-in'

export async function submitSignOut(form: FormData): Promise<void> {
  await signOut()
  redirect(signInHref(safeNext(form.get('next'))))
}
