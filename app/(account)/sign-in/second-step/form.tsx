'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitCode } from './actions'

export function CodeForm({ next }: { next: string | null }) {
  const [{ errors, attempt }, submit, pending] = useActionState(submitCode, {
    errors: {},
    attempt: 0,
  })
  return (
    <form key={attempt} action={submit} noValidate className="space-y-5">
      <ErrorSummary errors={errors} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="code"
        label="Code"
        hint="The six digits your authenticator app shows now, or one of your recovery codes."
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        error={errors.code}
        autoFocus
      />
      <button type="submit" className="button w-full" aria-disabled={pending}>
        Continue
      </button>
    </form>
  )
}
