import type { ReactNode } from 'react'

type SectionProps = { id: string; title: ReactNode; lead?: ReactNode; children: ReactNode }

export const Section = ({ id, title, lead, children }: SectionProps) => (
  <section aria-labelledby={id} className="card mt-6 p-5 sm:p-6">
    <h2 id={id} className="text-xl [overflow-wrap:anywhere]">
      {title}
    </h2>
    {lead && <p className="mt-1.5 max-w-2xl text-soft">{lead}</p>}
    <div className="mt-4">{children}</div>
  </section>
)
