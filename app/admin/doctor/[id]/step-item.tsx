import type { FactName } from '@/lib/attempts/facts'
import { factNames } from '@/lib/attempts/facts'
import type { Timeline } from '@/lib/attempts/timeline'
import { stepMeans, toFactTitle, toOffset, toStepTitle } from '../words'

type StepItemProps = { step: Timeline['steps'][number]; isBroken: boolean }

/** One step: when, what it looked like on the wire, and what it is for. */
export function StepItem({ step: { step, afterMs, facts }, isBroken }: StepItemProps) {
  return (
    <li className={`card p-4 ${isBroken ? 'border-danger' : ''}`}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="font-semibold">{toStepTitle(step)}</h3>
        <code className="text-soft text-xs">{step}</code>
        <span className="ms-auto text-soft text-sm tabular-nums">{toOffset(afterMs)}</span>
      </div>
      <p className="mt-1 max-w-3xl text-soft text-sm">{stepMeans[step]}</p>
      <Facts facts={facts} />
      {isBroken && <p className="mt-3 font-medium text-danger text-sm">It broke here.</p>}
    </li>
  )
}

function Facts({ facts }: { facts: Partial<Record<FactName, string>> }) {
  const known = factNames.filter((name) => facts[name] !== undefined)
  if (known.length === 0) return null
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
      {known.map((name) => (
        <div key={name} className="[overflow-wrap:anywhere]">
          <dt className="text-soft text-xs">{toFactTitle(name)}</dt>
          <dd>
            <bdi>{facts[name]}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
