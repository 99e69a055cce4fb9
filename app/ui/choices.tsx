'use client'

import type { ReactNode } from 'react'
import { useAnswer } from '@/app/ui/action-form'

type ChoicesProps = {
  type: 'checkbox' | 'radio'
  name: string
  legend: string
  options: { value: string; text: ReactNode }[]
  /** What is chosen at first. */
  chosen?: string[]
  className?: string
}

/** Several of an ActionForm's boxes; its answer holds what was chosen, separated by spaces. */
export function Choices({ type, name, legend, options, chosen = [], className }: ChoicesProps) {
  const { errors, values } = useAnswer().answer
  const message = errors[name]
  const firstWrong = Object.keys(errors).find((field) => errors[field] && field !== 'form')
  const isOn = (value: string) => (values[name]?.split(' ') ?? chosen).includes(value)
  return (
    <fieldset id={name} aria-describedby={message && `${name}-error`}>
      <legend className="font-medium">{legend}</legend>
      <div className={className}>
        {options.map(({ value, text }, index) => (
          <label key={value} className="mt-1 flex min-h-9 items-start gap-3 py-1.5">
            <input
              type={type}
              name={name}
              value={value}
              defaultChecked={isOn(value)}
              // biome-ignore lint/a11y/noAutofocus: the first field that is wrong takes the focus
              autoFocus={index === 0 && firstWrong === name}
              className="mt-0.5 size-5 flex-none accent-brand"
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {message && (
        <p id={`${name}-error`} className="mt-1.5 font-medium text-danger text-sm">
          {message}
        </p>
      )}
    </fieldset>
  )
}
