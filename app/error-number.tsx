'use client'

import { useLatestRequest } from '@/app/latest-request'

/** One number for who asks for help. A browser that does not tell it shows Next's, which the log has too. */
export function ErrorNumber({ text, digest }: { text: string; digest: string | undefined }) {
  const id = useLatestRequest()
  if (!digest) return null
  return (
    <span className="block">
      {text} <code className="code [overflow-wrap:anywhere]">{id ?? digest}</code>
    </span>
  )
}
