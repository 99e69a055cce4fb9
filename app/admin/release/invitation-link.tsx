'use client'

import { useAnswer } from '@/app/ui/action-form'
import { CopyButton } from '@/app/ui/copy-button'

/** Shown where no mail was sent, and only in the answer itself. */
export function InvitationLink() {
  const { link } = useAnswer().answer.values
  if (!link) return null
  return (
    <div className="rounded-lg bg-brass-tint px-4 py-3 text-sm">
      <p className="font-medium">Pass this link on to them. It is not shown again.</p>
      <div className="mt-2 flex items-start gap-3">
        <code className="min-w-0 flex-1 select-all [overflow-wrap:anywhere]">{link}</code>
        <CopyButton text={link} label="the link" />
      </div>
    </div>
  )
}
