'use server'

import { redirect } from 'next/navigation'
import { type FormState, textOf } from '@/app/(account)/form-state'
import { safeNext } from '@/lib/session/next-path'
import { signUp } from '@/lib/session/sign-in'

export async function submitSignUp(previous: FormState, form: FormData): Promise<FormState> {
  const values = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const errors = await signUp({ ...values, password: textOf(form, 'password') })
  if (errors) return { errors, values, attempt: previous.attempt + 1 }
  redirect(safeNext(form.get('next')) ?? '/account')
}
