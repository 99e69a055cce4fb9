'use server'

import { redirect } from 'next/navigation'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { safeNext } from '@/lib/session/next-path'
import { signIn } from '@/lib/session/sign-in'

export async function submitSignIn(previous: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email')
  const errors = await signIn({ email, password: textOf(form, 'password') })
  if (errors) return { errors, values: { email }, attempt: previous.attempt + 1 }
  redirect(safeNext(form.get('next')) ?? '/account')
}
