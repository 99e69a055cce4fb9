import { toLength, toNumber, toShare } from '@/app/admin/charts/numbers'
import type { Point } from '@/lib/stats/days'
import type { CallSummary } from '@/lib/stats/read-calls'

type TilesProps = {
  people: number
  newPeople: Point[]
  connections: number
  newConnections: Point[]
  held: { count: number; oldest: Date | null }
  /** Of today, by UTC. */
  today: CallSummary
}

export function Tiles(props: TilesProps) {
  const { people, newPeople, connections, newConnections, held, today } = props
  const { calls, failed, p50, p95 } = today
  return (
    <dl className="mt-6 grid grid-cols-2 gap-3 lg:grid-cols-5">
      <Tile name="People" value={toNumber(people)} more={toNews(newPeople)} />
      <Tile name="Connections" value={toNumber(connections)} more={toNews(newConnections)} />
      <Tile
        name="Calls today"
        value={toNumber(calls)}
        more={calls > 0 ? `${toShare(failed / calls)} failed` : 'since midnight UTC'}
      />
      <Tile
        name="Answered within"
        value={toLength(p50)}
        more={p95 === null ? 'no call today' : `95 % within ${toLength(p95)}`}
      />
      <Tile name="Waiting for a yes" value={toNumber(held.count)} more={toAge(held.oldest)} />
    </dl>
  )
}

const Tile = ({ name, value, more }: { name: string; value: string; more: string }) => (
  <div className="card min-w-0 p-4 last:odd:col-span-2 lg:last:odd:col-span-1">
    <dt className="text-soft text-sm">{name}</dt>
    <dd className="mt-1">
      <span className="block font-semibold text-2xl tabular-nums tracking-tight">{value}</span>
      <span className="block text-soft text-xs">{more}</span>
    </dd>
  </div>
)

const week = 7

const toNews = (points: Point[]): string =>
  `${toNumber(points.slice(-week).reduce((sum, { count }) => sum + count, 0))} new in 7 days`

function toAge(oldest: Date | null): string {
  if (!oldest) return 'nobody is asked'
  const minutes = Math.max(1, Math.round((Date.now() - oldest.getTime()) / 60_000))
  return `the oldest since ${minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`}`
}
