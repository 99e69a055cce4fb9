import { sourceOf } from '@/lib/host/sources'

/** What something a host does rests on, as a link where that is online. */
export function Fact({ fact }: { fact: string | null }) {
  if (!fact) return null
  const { name, href } = sourceOf(fact)
  if (!href) return <span className="text-soft">({name})</span>
  return (
    <span className="text-soft">
      (
      <a href={href} target="_blank" rel="noopener noreferrer" className="link">
        {name}
      </a>
      )
    </span>
  )
}
