import { listStandingApps } from '@/lib/connections/apps'
import { listNotices } from '@/lib/notices/list'
import { getTranslator } from '@/lib/session/locale'
import { submitPutAllAway } from './notice-actions'
import { NoticeItem } from './notice-item'

const shown = 5

/** What the person must hear about, until they put it away. */
export async function Notices({ accountId }: { accountId: string }) {
  const notices = await listNotices(accountId)
  const [newest] = notices
  if (!newest) return null
  const t = await getTranslator('notices')
  const asksApps = notices.some(({ kind }) => kind === 'app_connected')
  const apps = asksApps ? await listStandingApps(accountId) : []
  return (
    <section aria-labelledby="notices" className="card mt-6 p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="notices" className="text-xl">
          {t('title')}
        </h2>
        {notices.length > 1 && (
          <form action={submitPutAllAway}>
            <input type="hidden" name="newest" value={newest.at.toISOString()} />
            <button type="submit" className="button button-quiet button-small">
              {t('dismissAll')}
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
        <p className="mt-2 text-soft text-sm">{t('more', { count: notices.length - shown })}</p>
      )}
    </section>
  )
}
