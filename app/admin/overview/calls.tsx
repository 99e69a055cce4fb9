import { Bars } from '@/app/admin/charts/bars'
import { Lines } from '@/app/admin/charts/lines'
import { toStep } from '@/app/admin/charts/times'
import { Part } from '@/app/admin/ui/part'
import type { Step } from '@/lib/stats/days'
import type { CallSummary } from '@/lib/stats/read-calls'

type CallsProps = { step: Step; calls: (CallSummary & { at: Date })[] }

const spans = { day: '30 days', hour: '48 hours' }

export function Calls({ step, calls }: CallsProps) {
  const told = `in each ${step} of the last ${spans[step]}`
  return (
    <Part
      id="calls"
      title="Calls"
      lead="All that apps asked for, over the API and MCP. Times are UTC."
    >
      <nav aria-label="Span" className="mt-3 flex gap-2">
        <SpanLink step="day" chosen={step} />
        <SpanLink step="hour" chosen={step} />
      </nav>
      <div className="mt-4 grid gap-4 lg:grid-cols-2">
        <Bars
          title={`Calls a ${step}`}
          description={`How many calls were answered, refused and failed ${told}.`}
          series={[
            { name: 'answered', fill: 'fill-brand' },
            { name: 'refused', fill: 'fill-brass' },
            { name: 'failed', fill: 'fill-danger' },
          ]}
          points={calls.map(({ at, calls: all, refused, failed }) => ({
            step: toStep(at, step),
            values: [all - refused - failed, refused, failed],
          }))}
        />
        <Lines
          title="Answered within"
          description={`Within how long half and 95 % of the calls were answered ${told}.`}
          series={[
            { name: 'half (p50)', stroke: 'stroke-brand', swatch: 'fill-brand' },
            { name: '95 % (p95)', stroke: 'stroke-brass', swatch: 'fill-brass' },
          ]}
          points={calls.map(({ at, p50, p95 }) => ({ step: toStep(at, step), values: [p50, p95] }))}
        />
      </div>
    </Part>
  )
}

const SpanLink = ({ step, chosen }: { step: Step; chosen: Step }) => (
  <a
    href={step === 'day' ? '/admin#calls' : '/admin?by=hour#calls'}
    aria-current={step === chosen ? 'true' : undefined}
    className="button button-quiet button-small aria-[current]:bg-tint aria-[current]:text-brand"
  >
    {spans[step]}
  </a>
)
