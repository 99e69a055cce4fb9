import { Snippet } from '@/app/ui/snippet'
import { type HostId, hosts } from '@/lib/hosts'
import { ago } from './ago'
import type { Way } from './way'

type HostCardProps = {
  id: HostId
  way: Way
  /** When it called for the person who looks. */
  seenAt?: Date
  /** It calls from the cloud, and this site is on the machine of who looks. */
  isOutOfReach: boolean
}

export function HostCard({ id, way, seenAt, isOutOfReach }: HostCardProps) {
  const { name, inWords = name } = hosts[id]
  return (
    <section
      id={id}
      aria-labelledby={`${id}-name`}
      className="card flex flex-col p-6 lg:odd:last:col-span-2"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 id={`${id}-name`} className="text-xl">
          {name}
        </h3>
        {isOutOfReach && (
          <p className="rounded-full bg-brass-tint px-3 py-0.5 text-brass text-sm">
            Needs a deployed site
          </p>
        )}
      </div>
      {seenAt && (
        <p className="mt-3 rounded-lg bg-tint px-4 py-2 font-medium">
          We saw {inWords} <time dateTime={seenAt.toISOString()}>{ago(seenAt)}</time>.
        </p>
      )}
      {way.link && (
        <p className="mt-4">
          <a href={way.link.href} className="button">
            {way.link.text}
          </a>
        </p>
      )}
      <div className="mt-4 space-y-3">
        {way.snippets.map(({ label, text }) => (
          <Snippet key={label} label={label} text={text} />
        ))}
      </div>
      <Steps steps={way.steps} />
      <p className="mt-auto pt-4 text-soft text-sm">
        <strong className="font-semibold text-ink">What it asks.</strong> {way.asks}
      </p>
    </section>
  )
}

function Steps({ steps }: { steps: string[] }) {
  if (steps.length === 1) return <p className="mt-5">{steps}</p>
  return (
    <ol className="mt-5 list-decimal space-y-2 pl-5 marker:font-semibold marker:text-brass">
      {steps.map((step) => (
        <li key={step} className="pl-1">
          {step}
        </li>
      ))}
    </ol>
  )
}
