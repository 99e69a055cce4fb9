import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import type { Told } from '@/lib/account/activity'

type ActivityItemProps = { done: Told; title: string }

/** What was done, by whom, with what, and how it ended. */
export function ActivityItem({ done, title }: ActivityItemProps) {
  const { at, by, count, input, outcome, touched } = done
  const isOk = outcome === 'ok'
  return (
    <li className="card space-y-2 px-5 py-4 [overflow-wrap:anywhere]">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-semibold">
          {title}
          {count > 1 && <span className="font-normal text-soft"> · {count} times</span>}
        </p>
        <p className={`text-sm ${isOk ? 'text-soft' : 'font-medium text-danger'}`}>
          {isOk ? 'Done' : (endings.get(outcome) ?? outcome)}
        </p>
      </div>
      <p className="text-soft text-sm">
        <bdi>{toPlainName(by)}</bdi> ·{' '}
        <time dateTime={at.toISOString()}>{moment.format(at)} UTC</time>
      </p>
      {input && Object.keys(input).length > 0 && (
        <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {Object.entries(input).map(([name, value]) => (
            <div key={name} className="flex gap-2">
              <dt className="text-soft">{name}</dt>
              <dd>
                <bdi>{String(value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {touched && (
        <p className="text-sm">
          <a href={touched} className="link">
            {touched}
          </a>
        </p>
      )}
    </li>
  )
}

const endings = new Map([
  ['invalid_request', 'Refused: wrong input'],
  ['insufficient_scope', 'Refused: not allowed by you'],
  ['not_found', 'Refused: there is no such thing'],
  ['conflict', 'Refused: not possible any more'],
  ['too_many_requests', 'Refused: too often'],
  ['timeout', 'Took too long'],
  ['server_error', 'Failed on our side'],
  ['confirmation_required', 'Waits for you'],
  ['pending', 'Waits for you'],
  ['refused', 'You said no'],
  ['failed', 'Failed'],
  ['unknown', 'Nobody knows whether it was done'],
  ['repeated', 'Asked again, not done again'],
  ['in_progress', 'Asked again too early'],
  ['idempotency_mismatch', 'Refused: one key for two things'],
])

const moment = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})
