import { toMoment } from '@/app/(account)/account/day'
import { sayBrowserName } from '@/lib/session/browser-name'
import { getTranslator } from '@/lib/session/locale'
import type { SignedInBrowser } from '@/lib/session/sessions'
import { submitEndSession } from './actions'

export async function SessionCard({ session }: { session: SignedInBrowser }) {
  const { id, browser, isThis, createdAt, lastSeenAt } = session
  const t = await getTranslator('account')
  return (
    <li className="card flex flex-wrap items-center gap-4 p-6">
      <div className="min-w-0 flex-1 basis-56">
        <h2
          id={`browser-${id}`}
          className="flex flex-wrap items-center gap-2 font-semibold text-lg"
        >
          {sayBrowserName(browser, t)}
          {isThis && (
            <span className="rounded-full bg-tint px-2.5 py-0.5 font-medium text-sm">
              {t('sessions.this')}
            </span>
          )}
        </h2>
        <p className="text-soft text-sm">
          {t.rich('sessions.since', await toMoment(createdAt))} ·{' '}
          {t.rich('sessions.seen', await toMoment(lastSeenAt))}
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
            {t('sessions.end')}
          </button>
        </form>
      )}
    </li>
  )
}
