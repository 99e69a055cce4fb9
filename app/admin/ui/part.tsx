import type { ReactNode } from 'react'

type PartProps = { id: string; title: string; lead?: ReactNode; children: ReactNode }

/** A part of a page under a heading of its own, which a link can lead to. */
export const Part = ({ id, title, lead, children }: PartProps) => (
  <section id={id} aria-labelledby={`${id}-title`} className="mt-12">
    <h2 id={`${id}-title`} className="text-xl">
      {title}
    </h2>
    {lead && <p className="mt-1 max-w-2xl text-soft">{lead}</p>}
    {children}
  </section>
)
