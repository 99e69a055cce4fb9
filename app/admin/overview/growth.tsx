import { Bars } from '@/app/admin/charts/bars'
import { toNumber } from '@/app/admin/charts/numbers'
import { ShareBar } from '@/app/admin/charts/share-bar'
import { toStep } from '@/app/admin/charts/times'
import { Part } from '@/app/admin/ui/part'
import { type HostId, hosts } from '@/lib/hosts'
import type { Point } from '@/lib/stats/days'

type GrowthProps = {
  newPeople: Point[]
  newConnections: Point[]
  living: { host: HostId; count: number }[]
}

export function Growth({ newPeople, newConnections, living }: GrowthProps) {
  const all = living.reduce((sum, { count }) => sum + count, 0)
  return (
    <Part id="people" title="People and connections" lead="New ones a day, and where they are.">
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-3">
        <Bars
          title="New people"
          description="How many people signed up on each of the last 30 days."
          series={[{ name: 'people', fill: 'fill-brand' }]}
          points={toDays(newPeople)}
        />
        <Bars
          title="New connections"
          description="How many connections people allowed on each of the last 30 days."
          series={[{ name: 'connections', fill: 'fill-brand' }]}
          points={toDays(newConnections)}
        />
        <div className="card p-4 sm:p-5">
          <h3 className="text-base">Living connections by host</h3>
          <ul className="mt-4 space-y-3 text-sm">
            {living.map(({ host, count }) => (
              <li key={host}>
                <p className="flex justify-between gap-4">
                  <span>{hosts[host].name}</span>
                  <span className="tabular-nums">{toNumber(count)}</span>
                </p>
                <ShareBar share={count / all} />
              </li>
            ))}
          </ul>
          {all === 0 && <p className="mt-4 text-soft text-sm">None lives now.</p>}
        </div>
      </div>
    </Part>
  )
}

const toDays = (points: Point[]) =>
  points.map(({ at, count }) => ({ step: toStep(at, 'day'), values: [count] }))
