import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { words } from '@/app/interaction/[uid]/words'
import { listWaiting, type Waiting as WaitingAction } from '@/lib/held-actions'
import { directionOf } from '@/lib/i18n/locales'
import type { Confirmation } from '@/lib/plugin/confirmation'
import { getFormatter, getLocale, getTranslator } from '@/lib/session/locale'

const shown = 10

/** What apps want to do and may not without the person's yes. */
export async function Waiting({ accountId }: { accountId: string }) {
  const waiting = await listWaiting(accountId)
  if (waiting.length === 0) return null
  const t = await getTranslator('confirm')
  const locale = await getLocale()
  return (
    <section
      aria-labelledby="waiting"
      lang={locale}
      dir={directionOf(locale)}
      className="card mt-6 border-brand p-6"
    >
      <h2 id="waiting" className="text-xl">
        {t('waiting.title')}
      </h2>
      <ul className="mt-4 divide-y divide-line">
        {waiting.slice(0, shown).map((action) => (
          <WaitingItem key={action.id} action={action} />
        ))}
      </ul>
      {waiting.length > shown && (
        <p className="mt-2 text-soft text-sm">
          {t('waiting.more', { count: waiting.length - shown })}
        </p>
      )}
    </section>
  )
}

async function WaitingItem({ action }: { action: WaitingAction }) {
  const t = await getTranslator('confirm')
  const f = await getFormatter()
  const { id, app, expiresAt } = action
  const { sentence } = JSON.parse(action.shown ?? '{"sentence":""}') as Confirmation
  const moment = expiresAt && f.dateTime(expiresAt, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 py-3 last:pb-0">
      <div id={`waiting-${id}`} className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
        <p className="text-soft text-sm">
          {t.rich('waiting.asks', { ...words, name: toPlainName(app ?? '', t('nameless')) })}
        </p>
        <p lang="en" dir="auto" className="font-semibold">
          {sentence}
        </p>
        {moment && <p className="text-soft text-sm">{t('waiting.until', { moment })}</p>}
      </div>
      <a
        href={`/confirm/${encodeURIComponent(id)}`}
        aria-describedby={`waiting-${id}`}
        className="button button-small"
      >
        {t('waiting.decide')}
      </a>
    </li>
  )
}
