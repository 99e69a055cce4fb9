import { type Asking, hrefOf } from '@/app/admin/ui/asking'
import { explain } from '@/lib/attempts/reasons'
import type { Count } from '@/lib/attempts/search'
import { endChoices, toHostName } from './words'

type TotalsProps = { asking: Asking; counts: Count[] }

/** How many there are of what, each a link to only those. */
export function Totals({ asking, counts }: TotalsProps) {
  if (counts.length === 0) return null
  const groups: [title: string, name: string, totals: [string, number][]][] = [
    ['End', 'end', sumBy(counts, ({ end }) => end ?? 'open')],
    ['Host', 'host', sumBy(counts, ({ host }) => host)],
    ['Reason', 'reason', sumBy(counts, ({ reason }) => reason).slice(0, 6)],
  ]
  return (
    <dl className="mt-6 grid gap-4 text-sm sm:grid-cols-3">
      {groups.map(([title, name, totals]) => (
        <div key={name}>
          <dt className="font-medium">{title}</dt>
          {totals.map(([value, count]) => (
            <dd key={value} className="mt-1 flex justify-between gap-3 [overflow-wrap:anywhere]">
              <a
                href={hrefOf({ ...asking, filter: { ...asking.filter, [name]: value } })}
                className="link min-w-0"
              >
                {toTitle(name, value)}
              </a>
              <span className="tabular-nums">{count.toLocaleString('en')}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

function toTitle(name: string, value: string): string {
  if (name === 'host') return toHostName(value)
  if (name === 'reason') return explain(value).what
  return endChoices.find(([end]) => name === 'end' && end === value)?.[1] ?? value
}

function sumBy(counts: Count[], keyOf: (count: Count) => string | null): [string, number][] {
  const sums = new Map<string, number>()
  for (const one of counts) {
    const key = keyOf(one)
    if (key) sums.set(key, (sums.get(key) ?? 0) + one.count)
  }
  return [...sums].sort(([, one], [, other]) => other - one)
}
