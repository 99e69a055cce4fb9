'use client'

import { useActionState } from 'react'
import { untouched } from '@/app/(account)/form-state'
import { ErrorSummary } from '@/app/ui/error-summary'
import { TextField } from '@/app/ui/text-field'
import { submitSignUp } from './actions'

export function SignUpForm({ next }: { next: string | null }) {
  const [{ errors, values, attempt }, submit, pending] = useActionState(submitSignUp, untouched)
  const firstWrong = errors.name ? 'name' : errors.email ? 'email' : errors.password && 'password'

  return (
    // A new key at each answer: fields made anew take their value and the focus as without script.
    <form key={attempt} action={submit} noValidate className="space-y-5">
      <ErrorSummary errors={errors} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        maxLength={80}
        defaultValue={values.name}
        error={errors.name}
        autoFocus={firstWrong === 'name'}
      />
      <TextField
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={254}
        defaultValue={values.email}
        error={errors.email}
        autoFocus={firstWrong === 'email'}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters. A short sentence works well."
        error={errors.password}
        autoFocus={firstWrong === 'password'}
      />
      <button type="submit" className="button w-full" aria-disabled={pending}>
        Create account
      </button>
    </form>
  )
}
