'use client'

import { useAnswer } from '@/app/ui/action-form'

type TextAreaProps = { name: string; label: string; hint: string; defaultValue: string }

/** A text of several lines in an ActionForm. */
export function TextArea({ name, label, hint, defaultValue }: TextAreaProps) {
  const { errors, values } = useAnswer().answer
  const error = errors[name]
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <p id={`${name}-hint`} className="text-sm text-soft">
        {hint}
      </p>
      <textarea
        id={name}
        name={name}
        rows={5}
        defaultValue={values[name] ?? defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${name}-hint${error ? ` ${name}-error` : ''}`}
        className="mt-1.5 block w-full rounded-lg border border-edge bg-surface px-3 py-2 aria-invalid:border-2 aria-invalid:border-danger"
      />
      {error && (
        <p id={`${name}-error`} className="mt-1.5 font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
