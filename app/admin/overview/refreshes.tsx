import { toExactShare, toNumber, toShare } from '@/app/admin/charts/numbers'
import { ShareBar } from '@/app/admin/charts/share-bar'
import { Badge } from '@/app/admin/ui/badge'
import { Part } from '@/app/admin/ui/part'
import { objective, type RefreshHealth } from '@/lib/stats/refresh-health'
import type { RefreshOutcome } from '@/lib/stats/refreshes'

const names: Record<RefreshOutcome, [name: string, meaning: string]> = {
  ok: ['Kept', 'got a new token'],
  repeated: ['Repeated', 'an old token within its grace got the same successor'],
  replayed: ['Replayed', 'an old token after its grace; the connection was ended'],
  failed: ['Failed', 'an error on our side'],
  refused: ['Refused', 'the connection had ended, or the token is none; not counted'],
}

const order = ['ok', 'repeated', 'replayed', 'failed', 'refused'] satisfies RefreshOutcome[]

export function Refreshes({ health }: { health: RefreshHealth }) {
  const { counts, kept, spent, burn, isBurning } = health
  return (
    <Part
      id="refreshes"
      title="Refreshes"
      lead={`A refresh never logs a person out: ${toShare(objective.share)} of them keep their connection, over ${objective.days} days.`}
    >
      <div className="mt-4 grid gap-4 lg:grid-cols-2">
        <div className="card p-4 sm:p-5">
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span className="font-semibold text-2xl tabular-nums">
              {kept === null ? 'None yet' : toExactShare(kept)}
            </span>
            <Standing health={health} />
          </p>
          <p className="mt-4 mb-1 flex justify-between gap-4 text-sm">
            <span>Error budget spent</span>
            <span className="tabular-nums">{toShare(spent)}</span>
          </p>
          <ShareBar share={spent} fill={spent > 1 ? 'fill-danger' : 'fill-brass'} />
          <p className={`mt-3 text-sm ${isBurning ? 'text-danger' : 'text-soft'}`}>
            {kept === null
              ? 'The first refresh of an app shows up here.'
              : `It burns ${toBurn(burn.fast)} in the last hour and ${toBurn(burn.slow)} in the last six. At 14.4 and 6 times somebody should look.`}
          </p>
        </div>
        <dl className="card grid content-start gap-3 p-4 text-sm sm:p-5">
          {order.map((outcome) => (
            <div key={outcome} className="flex justify-between gap-4">
              <dt>
                {names[outcome][0]} <span className="text-soft">{names[outcome][1]}</span>
              </dt>
              <dd className="tabular-nums">{toNumber(counts[outcome])}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Part>
  )
}

function Standing({ health: { kept, spent, isBurning } }: { health: RefreshHealth }) {
  if (kept === null) return <Badge>No refresh yet</Badge>
  if (isBurning) return <Badge tone="bad">Burning</Badge>
  return spent > 1 ? <Badge tone="warn">Missed</Badge> : <Badge tone="good">Met</Badge>
}

const toBurn = (rate: number): string => `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} times`
