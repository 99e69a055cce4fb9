'use client'

import { useActionState } from 'react'
import { type FormState, untouched } from '@/app/(account)/form-state'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'

type EmailFormProps = {
  act: (previous: FormState, form: FormData) => Promise<FormState>
  next: string | null
  button: string
}

/** Asks for an address to send a link to. */
export function EmailForm({ act, next, button }: EmailFormProps) {
  const [{ errors, values, attempt }, submit, pending] = useActionState(act, untouched)
  return (
    // A new key at each answer: fields made anew take their value and the focus as without script.
    <form key={attempt} action={submit} noValidate className="space-y-5">
      <ErrorSummary errors={errors} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        maxLength={254}
        defaultValue={values.email}
        error={errors.email}
        autoFocus
      />
      <button type="submit" className="button w-full" aria-disabled={pending}>
        {button}
      </button>
    </form>
  )
}
