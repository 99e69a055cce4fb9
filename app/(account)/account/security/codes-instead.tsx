'use client'

import type { ReactNode } from 'react'
import { useAnswer } from '@/app/ui/action-form'

type CodesInsteadProps = { before: ReactNode; label: string; after: ReactNode; children: ReactNode }

/** What an ActionForm asks, until its answer has recovery codes: then those. */
export function CodesInstead({ before, label, after, children }: CodesInsteadProps) {
  const { codes } = useAnswer().answer.values
  if (!codes) return children
  return (
    <>
      {before}
      <ul
        aria-label={label}
        className="grid gap-2 rounded-lg bg-sunken p-4 font-mono text-sm sm:grid-cols-2"
      >
        {codes.split(' ').map((code) => (
          <li key={code} dir="ltr">
            {code}
          </li>
        ))}
      </ul>
      {after}
    </>
  )
}
