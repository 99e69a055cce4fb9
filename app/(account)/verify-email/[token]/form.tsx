'use client'

import { useActionState } from 'react'
import { untouched } from '@/app/(account)/form-state'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitFinish } from './actions'

type FinishFormProps = { token: string; email: string; asksPassword: boolean }

export function FinishForm({ token, email, asksPassword }: FinishFormProps) {
  const [{ errors, attempt }, submit, pending] = useActionState(submitFinish, untouched)
  return (
    // A new key at each answer: fields made anew take their value and the focus as without script.
    <form key={attempt} action={submit} noValidate className="space-y-5">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="token" value={token} />
      {asksPassword && (
        <>
          {/* For password managers: whose password this is. */}
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            error={errors.password}
            autoFocus
          />
        </>
      )}
      <button type="submit" className="button w-full" aria-disabled={pending}>
        Confirm and continue
      </button>
    </form>
  )
}
