import type { App } from '@/lib/connections/apps'
import { titleOf } from '@/lib/connections/connections'
import { isReducible } from '@/lib/connections/reduce'
import { Day } from '../day'
import { UsageChart } from '../usage-chart'
import { submitDisconnect, submitReduce } from './actions'

type Connection = App['connections'][number]

type ConnectionItemProps = {
  connection: Connection
  describedBy: string
  /** Where the app has several: how this one was used. */
  isOneOfMany: boolean
}

/** One connection: where it leads, what it may do, and how to take that back. */
export function ConnectionItem({ connection, describedBy, isOneOfMany }: ConnectionItemProps) {
  const { id, redirectHost, createdAt, endsAt, scopes, usage } = connection
  return (
    <div className="border-line border-t pt-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <p
          id={`connection-${id}`}
          className="min-w-0 flex-1 basis-56 text-soft text-sm [overflow-wrap:anywhere]"
        >
          {redirectHost && <>{redirectHost} · </>}
          since <Day at={createdAt} />
          {endsAt && (
            <>
              {' '}
              · until <Day at={endsAt} />
            </>
          )}
        </p>
        <form action={submitDisconnect}>
          <input type="hidden" name="connection" value={id} />
          <button
            type="submit"
            aria-describedby={`${describedBy} connection-${id}`}
            className="button button-danger button-small"
          >
            Disconnect
          </button>
        </form>
      </div>
      {isOneOfMany && <UsageChart usage={usage} />}
      <p className="mt-2 font-medium text-sm">What it may do</p>
      <ul className="mt-2 flex flex-wrap gap-2 text-sm">
        {scopes.map((scope) => (
          <li key={scope} className="rounded-full bg-sunken px-3 py-1">
            {titleOf(scope)}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <a
          href={`/account/asking/${id}`}
          aria-describedby={`${describedBy} connection-${id}`}
          className="link"
        >
          When it asks you
        </a>
      </p>
      {scopes.some(isReducible) && <ReduceForm connection={connection} />}
    </div>
  )
}

function ReduceForm({ connection: { id, scopes } }: { connection: Connection }) {
  return (
    <details className="mt-3">
      <summary className="link inline-flex min-h-6 cursor-pointer items-center text-sm">
        Allow less
      </summary>
      <form action={submitReduce} className="mt-2 rounded-lg bg-sunken p-4">
        <input type="hidden" name="connection" value={id} />
        <fieldset className="space-y-1">
          <legend className="mb-1 font-medium text-sm">It may go on to</legend>
          {scopes.filter(isReducible).map((scope) => (
            <label key={scope} className="flex min-h-9 items-center gap-3">
              <input
                type="checkbox"
                name="keep"
                value={scope}
                defaultChecked
                className="size-5 accent-brand"
              />
              {titleOf(scope)}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button button-small mt-3">
          Save
        </button>
      </form>
    </details>
  )
}
