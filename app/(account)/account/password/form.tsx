'use client'

import { useActionState } from 'react'
import { untouched } from '@/app/(account)/form-state'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitPassword } from './actions'

export function PasswordForm({ email }: { email: string }) {
  const [{ errors, attempt }, submit, pending] = useActionState(submitPassword, untouched)
  return (
    // A new key at each answer: fields made anew take their value and the focus as without script.
    <form key={attempt} action={submit} noValidate className="max-w-md space-y-5">
      <ErrorSummary errors={errors} />
      {/* For password managers: whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <TextField
        name="currentPassword"
        label="Current password"
        type="password"
        autoComplete="current-password"
        error={errors.currentPassword}
        autoFocus={Boolean(errors.currentPassword)}
      />
      <TextField
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters. A short sentence works well."
        error={errors.password}
        autoFocus={Boolean(errors.password && !errors.currentPassword)}
      />
      <button type="submit" className="button" aria-disabled={pending}>
        Change the password
      </button>
    </form>
  )
}
