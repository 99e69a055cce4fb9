'use client'

import { useState } from 'react'
import { useAnswer } from '@/app/ui/action-form'
import { Counter, type CounterProps } from './counter'

type CountedFieldProps = Pick<CounterProps, 'limits'> & {
  name: string
  label: string
  hint: string
  value: string
  rows: number
}

/** A text of the listing with how much of each host's limit it takes, counted while one types. */
export function CountedField({ name, label, hint, value, rows, limits }: CountedFieldProps) {
  const { errors, values } = useAnswer().answer
  const [text, setText] = useState(values[name] ?? value)
  const error = errors[name]
  const about = [`${name}-hint`, limits.length > 0 && `${name}-counts`, error && `${name}-error`]
  const shared = {
    id: name,
    name,
    value: text,
    required: true,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': about.filter(Boolean).join(' '),
    className:
      'mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2 aria-invalid:border-2 aria-invalid:border-danger',
  }
  return (
    <div>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <p id={`${name}-hint`} className="text-soft text-sm">
        {hint}
      </p>
      {rows === 1 ? (
        <input {...shared} onChange={(event) => setText(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => setText(event.target.value)} />
      )}
      {limits.length > 0 && (
        <ul id={`${name}-counts`} className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <Counter text={text} limits={limits} />
        </ul>
      )}
      {error && (
        <p id={`${name}-error`} className="mt-1.5 font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
