'use client'

import { useAnswer } from '@/app/ui/action-form'
import { Snippet } from '@/app/ui/snippet'

/** Shown once: nothing here can read it again. */
export function NewPassword() {
  const { madeEmail, madePassword } = useAnswer().answer.values
  if (!madeEmail || !madePassword) return null
  return (
    <div role="status" className="space-y-3 rounded-lg bg-tint p-4">
      <p className="font-semibold">Copy both now: the password is not shown again.</p>
      <Snippet label="Address" text={madeEmail} />
      <Snippet label="Password" text={madePassword} />
    </div>
  )
}
