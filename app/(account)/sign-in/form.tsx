'use client'

import { useActionState } from 'react'
import { untouched } from '@/app/(account)/form-state'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitSignIn } from './actions'

export function SignInForm({ next }: { next: string | null }) {
  const [{ errors, values, attempt }, submit, pending] = useActionState(submitSignIn, untouched)
  const firstWrong = errors.email || !errors.password ? 'email' : 'password'

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
        autoFocus={firstWrong === 'email'}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        error={errors.password}
        autoFocus={firstWrong === 'password'}
      />
      <button type="submit" className="button w-full" aria-disabled={pending}>
        Sign in
      </button>
    </form>
  )
}
