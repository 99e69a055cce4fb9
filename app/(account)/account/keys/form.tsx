'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/app/ui/error-summary'
import { Snippet } from '@/app/ui/snippet'
import { TextField } from '@/app/ui/text-field'
import { submitKey } from './actions'

type KeyFormProps = { scopes: { name: string; title: string }[]; lifetimes: number[] }

const untouched = {
  errors: {},
  values: { name: '', scopes: [] as string[], days: 90 },
  key: null,
  attempt: 0,
}

export function KeyForm({ scopes, lifetimes }: KeyFormProps) {
  const [{ errors, values, key, attempt }, submit, pending] = useActionState(submitKey, untouched)
  return (
    <>
      {key && <NewKey value={key} />}
      <form key={attempt} action={submit} noValidate className="mt-4 max-w-md space-y-5">
        <ErrorSummary errors={errors} />
        <TextField
          name="name"
          label="Name"
          hint="For example the app that will use it"
          maxLength={60}
          autoComplete="off"
          defaultValue={values.name}
          error={errors.name}
          autoFocus={Boolean(errors.name)}
        />
        <fieldset id="scopes" aria-describedby={errors.scopes && 'scopes-error'}>
          <legend className="font-medium">What it may do</legend>
          {scopes.map(({ name, title }, index) => (
            <label key={name} className="mt-1 flex min-h-9 items-center gap-3">
              <input
                type="checkbox"
                name="scopes"
                value={name}
                defaultChecked={values.scopes.includes(name)}
                // biome-ignore lint/a11y/noAutofocus: the first field that is wrong takes the focus
                autoFocus={index === 0 && Boolean(errors.scopes) && !errors.name}
                className="size-5 accent-brand"
              />
              {title}
            </label>
          ))}
          <Wrong id="scopes-error" message={errors.scopes} />
        </fieldset>
        <fieldset id="days" aria-describedby={errors.days && 'days-error'}>
          <legend className="font-medium">How long it works</legend>
          <div className="flex flex-wrap gap-x-6">
            {lifetimes.map((days) => (
              <label key={days} className="mt-1 flex min-h-9 items-center gap-3">
                <input
                  type="radio"
                  name="days"
                  value={days}
                  defaultChecked={values.days === days}
                  className="size-5 accent-brand"
                />
                {days} days
              </label>
            ))}
          </div>
          <Wrong id="days-error" message={errors.days} />
        </fieldset>
        <button type="submit" className="button" aria-disabled={pending}>
          Make a key
        </button>
      </form>
    </>
  )
}

const NewKey = ({ value }: { value: string }) => (
  <div role="status" className="mt-4 space-y-3 rounded-lg bg-tint p-4">
    <p className="font-medium">Copy your key now. It is not shown again.</p>
    <Snippet label="Send it as: Authorization: Bearer …" text={value} />
  </div>
)

const Wrong = ({ id, message }: { id: string; message: string | undefined }) =>
  message ? (
    <p id={id} className="mt-1.5 font-medium text-danger text-sm">
      {message}
    </p>
  ) : null
