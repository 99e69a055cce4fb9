import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { listStandingApps } from '@/lib/connections/apps'
import { wordsOf } from '@/lib/notices/kinds'
import { listNotices, type Notice } from '@/lib/notices/list'
import { Day } from './day'
import { submitDisconnectNew, submitPutAllAway, submitPutAway } from './notice-actions'

const shown = 5

/** What the person must hear about, until they put it away. */
export async function Notices({ accountId }: { accountId: string }) {
  const notices = await listNotices(accountId)
  const [newest] = notices
  if (!newest) return null
  const asksApps = notices.some(({ kind }) => kind === 'app_connected')
  const apps = asksApps ? await listStandingApps(accountId) : []
  return (
    <section aria-labelledby="notices" className="card mt-6 p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="notices" className="text-xl">
          What is new
        </h2>
        {notices.length > 1 && (
          <form action={submitPutAllAway}>
            <input type="hidden" name="newest" value={newest.at.toISOString()} />
            <button type="submit" className="button button-quiet button-small">
              Dismiss all
            </button>
          </form>
        )}
      </div>
      <ul className="mt-4 divide-y divide-line">
        {notices.slice(0, shown).map((notice) => (
          <NoticeItem
            key={notice.id}
            notice={notice}
            isConnected={apps.some(({ key }) => key === notice.target)}
          />
        ))}
      </ul>
      {notices.length > shown && (
        <p className="mt-2 text-soft text-sm">And {notices.length - shown} more before these.</p>
      )}
    </section>
  )
}

type NoticeItemProps = { notice: Notice; isConnected: boolean }

function NoticeItem({ notice: { id, kind, about, at }, isConnected }: NoticeItemProps) {
  const { says, link } = wordsOf(kind)
  const [before, after] = says.split('{}')
  const textId = `notice-${id}`
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 py-3 last:pb-0">
      <div className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
        <p id={textId}>
          {before}
          {after !== undefined && <bdi className="font-semibold">{toPlainName(about ?? '')}</bdi>}
          {after} on <Day at={at} />.
        </p>
        <p className="text-sm text-soft">
          Not you?{' '}
          <a href={link.href} aria-describedby={textId} className="link">
            {link.text}
          </a>
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        {isConnected && (
          <form action={submitDisconnectNew}>
            <input type="hidden" name="notice" value={id} />
            <button
              type="submit"
              aria-describedby={textId}
              className="button button-danger button-small"
            >
              Disconnect
            </button>
          </form>
        )}
        <form action={submitPutAway}>
          <input type="hidden" name="notice" value={id} />
          <button
            type="submit"
            aria-describedby={textId}
            className="button button-quiet button-small"
          >
            Dismiss
          </button>
        </form>
      </div>
    </li>
  )
}
