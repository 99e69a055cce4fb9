'use client'

import { useAnswer } from '@/app/ui/action-form'

/** Says in an ActionForm that it was done, when it was. */
export function Saved({ children }: { children: string }) {
  const { errors, attempt } = useAnswer().answer
  const isDone = attempt > 0 && Object.values(errors).every((error) => !error)
  return (
    <p role="status" className="font-medium text-brand text-sm">
      {isDone && children}
    </p>
  )
}
