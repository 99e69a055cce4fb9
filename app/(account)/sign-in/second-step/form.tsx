'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitCode } from './actions'

type CodeFormProps = { next: string | null; hasApp: boolean }

export function CodeForm({ next, hasApp }: CodeFormProps) {
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
        hint={
          hasApp
            ? 'The six digits your authenticator app shows now, or one of your recovery codes.'
            : 'One of your recovery codes.'
        }
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
