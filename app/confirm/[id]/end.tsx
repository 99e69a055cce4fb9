import { toPlainName } from '@/app/interaction/[uid]/plain-name'
import { words } from '@/app/interaction/[uid]/words'
import { CatalogText } from '@/app/ui/catalog-text'
import type { Look } from '@/lib/plugin/look'
import { getTranslator } from '@/lib/session/locale'
import { Frame } from './frame'
import { linkIn, messageIn } from './outcome'

type EndProps = { look: Look; back: string | null }

/** How it ended, on the address where it was asked. */
export async function End({ look: { action, summary, shown, app }, back }: EndProps) {
  const t = await getTranslator('confirm')
  const state = action.state === 'waiting' ? 'ended' : action.state
  const came = messageIn(action.result)
  const link = linkIn(action.result)
  const told = state === 'done' ? came : state === 'failed' ? action.error?.message : null
  return (
    <Frame title={t(`end.${state}.title`)} lead={t(`end.${state}.lead`)}>
      <div role="status" className="space-y-1 [overflow-wrap:anywhere]">
        {summary && (
          <p className="font-semibold text-brass text-sm">
            <CatalogText text={summary} />
          </p>
        )}
        {(told ?? shown?.sentence) && (
          <p lang="en" dir="auto" className="font-semibold text-lg">
            {told ?? shown?.sentence}
          </p>
        )}
        {app && (
          <p className="text-soft text-sm">
            {t.rich('asked', { ...words, name: toPlainName(app, t('nameless')) })}
          </p>
        )}
      </div>
      <div className="mt-6 grid gap-3">
        {back && (
          <a href={`${back}#last`} className="button">
            {t('back')}
          </a>
        )}
        {state === 'done' && link && (
          <a href={link} className={back ? 'button button-quiet' : 'button'}>
            {t('see')}
          </a>
        )}
        <a href="/account" className="button button-quiet">
          {t('account')}
        </a>
      </div>
    </Frame>
  )
}
