'use client'

import { type ReactNode, useActionState } from 'react'
import { RecoveryCodeList } from '@/app/(account)/account/security/recovery-code-list'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { type ConfirmState, submitFirstCode } from './actions'

const untouched: ConfirmState = { errors: {}, codes: null, attempt: 0 }

/** `children` is what stands before the first code: the secret, or that there is none. */
export function FirstCodeForm({ waits, children }: { waits: boolean; children: ReactNode }) {
  const [{ errors, codes, attempt }, submit, pending] = useActionState(submitFirstCode, untouched)
  if (codes) return <RecoveryCodeList codes={codes} />
  return (
    <div className="space-y-5">
      {children}
      {/* Always there: without script the answer of the last code is this form’s too. */}
      <form key={attempt} action={submit} noValidate hidden={!waits} className="space-y-5">
        <ErrorSummary errors={errors} />
        <TextField
          name="code"
          label="The six digits it shows"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          error={errors.code}
          autoFocus={Boolean(errors.code)}
        />
        <button type="submit" className="button w-full" aria-disabled={pending}>
          Turn on two-step sign-in
        </button>
      </form>
    </div>
  )
}
