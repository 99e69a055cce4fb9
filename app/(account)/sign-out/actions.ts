'use server'

import { redirect } from 'next/navigation'
import { signInHref } from '@/app/ui/hrefs'
import { readLogoutRequest } from '@/lib/oauth/logout-request'
import { safeNext } from '@/lib/session/next-path'
import { signOut } from '@/lib/session/sign-in'

export async function submitSignOut(form: FormData): Promise<void> {
  await signOut()
  const request = readLogoutRequest(form.get('request'))
  if (request?.next) redirect(request.next)
  redirect(signInHref(safeNext(form.get('next'))))
}
