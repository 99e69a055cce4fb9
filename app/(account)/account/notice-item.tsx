import type { ReactNode } from 'react'
import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { hrefOf, isByOthers } from '@/lib/notices/kinds'
import type { Notice } from '@/lib/notices/list'
import { sayBrowserName } from '@/lib/session/browser-name'
import { getTranslator } from '@/lib/session/locale'
import { toDay } from './day'
import { submitDisconnectNew, submitPutAway } from './notice-actions'

type NoticeItemProps = { notice: Notice; isConnected: boolean }

export async function NoticeItem({ notice, isConnected }: NoticeItemProps) {
  const { id, kind, at } = notice
  const t = await getTranslator('notices')
  const textId = `notice-${id}`
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 py-3 last:pb-0">
      <div className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
        <p id={textId}>
          {t.rich(`says.${kind}`, { ...(await toDay(at)), ...(await toSubject(notice)) })}
        </p>
        <p className="text-sm text-soft">
          {!isByOthers(kind) && `${t('notYou')} `}
          <a href={hrefOf(kind)} aria-describedby={textId} className="link">
            {t(`links.${kind}`)}
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
              {t('disconnect')}
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
            {t('dismiss')}
          </button>
        </form>
      </div>
    </li>
  )
}

/** What it is about: a browser and a cancellation in words of ours, all else in a stranger's. */
async function toSubject({ kind, about }: Notice) {
  if (kind === 'reservation_cancelled') {
    return {
      about: about ?? '',
      b: (text: ReactNode) => <bdi className="font-semibold">{text}</bdi>,
    }
  }
  if (kind === 'signed_in') {
    const name = sayBrowserName(about ?? '', await getTranslator('account'))
    return { about: name, b: (text: ReactNode) => <b className="font-semibold">{text}</b> }
  }
  const name = toPlainName(about ?? '', (await getTranslator('consent'))('nameless'))
  return { about: name, b: (text: ReactNode) => <bdi className="font-semibold">{text}</bdi> }
}
