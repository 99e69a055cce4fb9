import type { FormErrors } from '@/lib/session/sign-in'

/** What a form was answered: `values` go back into their fields, the password never does. */
export type FormState = {
  errors: FormErrors
  values: { name?: string; email?: string }
  attempt: number
}

export const untouched: FormState = { errors: {}, values: {}, attempt: 0 }

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
