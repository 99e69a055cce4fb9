import type { ReactNode } from 'react'

/** What was done a moment ago, above the page it was done on. */
export const Done = ({ children }: { children: ReactNode }) => (
  <p role="status" className="mt-6 rounded-lg bg-tint px-4 py-3 text-brand">
    {children}
  </p>
)
