'use client'

import { useActionState } from 'react'
import { untouched } from '@/app/(account)/form-state'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitNewPassword } from './actions'

type NewPasswordFormProps = { token: string; email: string }

export function NewPasswordForm({ token, email }: NewPasswordFormProps) {
  const [{ errors, attempt }, submit, pending] = useActionState(submitNewPassword, untouched)
  return (
    // A new key at each answer: fields made anew take their value and the focus as without script.
    <form key={attempt} action={submit} noValidate className="space-y-5">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="token" value={token} />
      {/* For password managers: whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters. A short sentence works well."
        error={errors.password}
        autoFocus
      />
      <button type="submit" className="button w-full" aria-disabled={pending}>
        Save the new password
      </button>
    </form>
  )
}
