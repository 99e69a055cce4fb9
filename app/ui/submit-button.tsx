'use client'

import type { ReactNode } from 'react'
import { useAnswer } from '@/app/ui/action-form'

type SubmitButtonProps = { className?: string; children: ReactNode }

export const SubmitButton = ({ className = 'button w-full', children }: SubmitButtonProps) => (
  <button type="submit" className={className} aria-disabled={useAnswer().pending}>
    {children}
  </button>
)
