'use client'

import { useActionState } from 'react'
import { untouched } from '@/app/(account)/form-state'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitEmail } from './actions'

export function EmailChangeForm() {
  const [{ errors, values, attempt }, submit, pending] = useActionState(submitEmail, untouched)
  return (
    // A new key at each answer: fields made anew take their value and the focus as without script.
    <form key={attempt} action={submit} noValidate className="mt-4 max-w-md space-y-5">
      <ErrorSummary errors={errors} />
      <TextField
        name="email"
        label="New email address"
        type="email"
        autoComplete="email"
        maxLength={254}
        hint="We mail a link to the new address and to the old one. Both have to confirm."
        defaultValue={values.email}
        error={errors.email}
        autoFocus={Boolean(errors.email)}
      />
      <TextField
        name="currentPassword"
        label="Your password"
        type="password"
        autoComplete="current-password"
        error={errors.currentPassword}
        autoFocus={Boolean(errors.currentPassword && !errors.email)}
      />
      <button type="submit" className="button" aria-disabled={pending}>
        Change the address
      </button>
    </form>
  )
}
