import { type ReactNode, useId } from 'react'

type SectionProps = { title: string; lead?: ReactNode; children?: ReactNode }

/** A part of a page about one thing. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="card mt-6 space-y-4 p-6 [overflow-wrap:anywhere]">
      <div>
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {lead && <p className="mt-1 max-w-2xl text-soft text-sm">{lead}</p>}
      </div>
      {children}
    </section>
  )
}
