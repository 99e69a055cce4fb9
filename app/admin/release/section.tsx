import type { ReactNode } from 'react'

type SectionProps = { id: string; title: string; lead: ReactNode; children: ReactNode }

export const Section = ({ id, title, lead, children }: SectionProps) => (
  <section aria-labelledby={id} className="mt-12">
    <h2 id={id} className="text-xl">
      {title}
    </h2>
    <p className="mt-1 max-w-2xl text-soft">{lead}</p>
    {children}
  </section>
)
