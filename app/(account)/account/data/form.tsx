'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitDelete } from './actions'

export function DeleteForm({ email }: { email: string }) {
  const [{ error, typed, attempt }, submit, pending] = useActionState(submitDelete, {
    error: null,
    typed: '',
    attempt: 0,
  })
  return (
    <form key={attempt} action={submit} noValidate className="mt-4 max-w-md space-y-5">
      <ErrorSummary errors={{ email: error ?? undefined }} />
      <TextField
        name="email"
        label="Your email address, to be sure"
        hint={email}
        type="email"
        autoComplete="off"
        maxLength={254}
        defaultValue={typed}
        error={error ?? undefined}
        autoFocus={error !== null}
      />
      <button type="submit" className="button button-danger" aria-disabled={pending}>
        Delete my account
      </button>
    </form>
  )
}
