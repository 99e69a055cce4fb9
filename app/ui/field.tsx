'use client'

import type { ComponentProps } from 'react'
import { useAnswer } from '@/app/ui/action-form'
import { TextField } from '@/app/ui/text-field'

type FieldProps = Omit<ComponentProps<typeof TextField>, 'error'>

/** A field of an ActionForm. The first wrong one has the focus, else the one that is marked so. */
export function Field({ autoFocus, defaultValue, ...field }: FieldProps) {
  const { errors, values } = useAnswer().answer
  const wrong = Object.keys(errors).filter((name) => errors[name] && name !== 'form')
  return (
    <TextField
      {...field}
      error={errors[field.name]}
      defaultValue={values[field.name] ?? defaultValue}
      autoFocus={wrong.length > 0 ? wrong[0] === field.name : autoFocus}
    />
  )
}
