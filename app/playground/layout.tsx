import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: { default: 'Playground', template: '%s · Playground' },
  description:
    'Be the assistant: install a plugin, link, ask, confirm, and see what goes over the wire.',
  robots: { index: false },
}

/** The frame of pages for developers, which exist in English only. */
export default function PlaygroundLayout({ children }: { children: ReactNode }) {
  return (
    <div
      lang="en"
      dir="ltr"
      className="mx-auto max-w-5xl px-4 pt-8 sm:px-6 sm:pt-12 [&>[data-step]]:px-0 [&>[data-step]]:pt-0"
    >
      {children}
    </div>
  )
}
