/** What a form was answered: `values` go back into their fields, the password never does. */
export type FormState = {
  errors: Record<string, string | undefined>
  values: Record<string, string | undefined>
  attempt: number
}

export const untouched: FormState = { errors: {}, values: {}, attempt: 0 }

/** Without NUL, which no database of ours holds. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\0', '') : ''
}
