import type { ReactNode } from 'react'

type PageHeadProps = {
  title: ReactNode
  lead?: ReactNode
  /** Links and buttons beside the heading. */
  children?: ReactNode
}

export const PageHead = ({ title, lead, children }: PageHeadProps) => (
  <header className="flex flex-wrap items-start gap-x-6 gap-y-3">
    <div className="min-w-0 flex-1 basis-80 [overflow-wrap:anywhere]">
      <h1 className="text-2xl sm:text-3xl">{title}</h1>
      {lead && <p className="mt-2 max-w-2xl text-soft">{lead}</p>}
    </div>
    {children && <div className="flex flex-wrap gap-2">{children}</div>}
  </header>
)
