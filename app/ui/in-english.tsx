import type { ReactNode } from 'react'

/** The layout of pages that exist in English only: whatever the frame around them speaks. */
export const InEnglish = ({ children }: { children: ReactNode }) => (
  <div lang="en" dir="ltr">
    {children}
  </div>
)
