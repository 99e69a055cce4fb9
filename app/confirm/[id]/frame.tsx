import type { ReactNode } from 'react'

type FrameProps = {
  title: ReactNode
  lead?: ReactNode
  /** Told at once to whoever hears the page. */
  notice?: ReactNode
  children?: ReactNode
}

export const Frame = ({ title, lead, notice, children }: FrameProps) => (
  <div className="mx-auto w-full max-w-lg px-4 pt-8 sm:pt-12">
    {notice && (
      <p role="status" className="mb-4 rounded-lg bg-brass-tint px-4 py-3 font-medium text-brass">
        {notice}
      </p>
    )}
    <div className="card overflow-hidden shadow-black/5 shadow-lg">
      <div className="p-6 sm:p-8">
        <h1 className="text-2xl [overflow-wrap:anywhere]">{title}</h1>
        {lead && <p className="mt-2 text-soft text-sm">{lead}</p>}
      </div>
      {children && <div className="border-line border-t p-6 sm:p-8">{children}</div>}
    </div>
  </div>
)
