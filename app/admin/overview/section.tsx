import type { ReactNode } from 'react'

type SectionProps = { id: string; title: string; lead?: ReactNode; children: ReactNode }

/** A part of the overview, which what needs attention can lead to. */
export const Section = ({ id, title, lead, children }: SectionProps) => (
  <section id={id} aria-labelledby={`${id}-title`} className="mt-12">
    <h2 id={`${id}-title`} className="text-xl">
      {title}
    </h2>
    {lead && <p className="mt-1 max-w-2xl text-soft">{lead}</p>}
    {children}
  </section>
)
