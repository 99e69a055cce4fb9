import type { SignedInBrowser } from '@/lib/session/sessions'
import { submitEndSession } from './actions'

export function SessionCard({ session }: { session: SignedInBrowser }) {
  const { id, browser, isThis, createdAt, lastSeenAt } = session
  return (
    <li className="card flex flex-wrap items-center gap-4 p-6">
      <div className="min-w-0 flex-1 basis-56">
        <h2
          id={`browser-${id}`}
          className="flex flex-wrap items-center gap-2 font-semibold text-lg"
        >
          {browser}
          {isThis && (
            <span className="rounded-full bg-tint px-2.5 py-0.5 font-medium text-sm">
              This browser
            </span>
          )}
        </h2>
        <p className="text-soft text-sm">
          Signed in on <Moment at={createdAt} /> · last used <Moment at={lastSeenAt} />
        </p>
      </div>
      {!isThis && (
        <form action={submitEndSession}>
          <input type="hidden" name="session" value={id} />
          <button
            type="submit"
            aria-describedby={`browser-${id}`}
            className="button button-danger button-small"
          >
            Sign out
          </button>
        </form>
      )}
    </li>
  )
}

const Moment = ({ at }: { at: Date }) => (
  <time dateTime={at.toISOString()}>{moment.format(at)} UTC</time>
)

const moment = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})
