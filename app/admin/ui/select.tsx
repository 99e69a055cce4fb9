'use client'

import { useAnswer } from '@/app/ui/action-form'

type SelectProps = {
  name: string
  label: string
  hint?: string
  options: [value: string, text: string][]
  chosen?: string
}

/** A choice of an ActionForm, which keeps what was chosen. */
export function Select({ name, label, hint, options, chosen }: SelectProps) {
  const { answer } = useAnswer()
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      <select
        id={name}
        name={name}
        aria-describedby={hint && `${name}-hint`}
        defaultValue={answer.values[name] ?? chosen}
        className="mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2"
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
