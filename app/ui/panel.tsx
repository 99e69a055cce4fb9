import type { ReactNode } from 'react'

type PanelProps = {
  title: ReactNode
  lead?: ReactNode
  /** Part of a way that leads on: the header's own sign-in links, which lead away, are hidden. */
  isStep?: boolean
  children?: ReactNode
}

/** A page that asks one thing: a heading, what it means, and what can be done. */
export function Panel({ title, lead, isStep, children }: PanelProps) {
  return (
    <div data-step={isStep || undefined} className="mx-auto w-full max-w-md px-4 pt-10 sm:pt-16">
      <div className="card p-6 shadow-black/5 shadow-lg sm:p-8">
        <h1 className="text-2xl [overflow-wrap:anywhere]">{title}</h1>
        {lead && <p className="mt-2 text-soft">{lead}</p>}
        {children && <div className="mt-6 space-y-5">{children}</div>}
      </div>
    </div>
  )
}
