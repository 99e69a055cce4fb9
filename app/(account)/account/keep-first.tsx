import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'
import { submitStay } from './data/actions'

/** In the middle of connecting an app: whoever is about to be deleted decides about that first. */
export async function KeepFirst({ next }: { next: string }) {
  const t = await getTranslator('consent')
  return (
    <Panel title={t('keepFirst.title')} lead={t('keepFirst.lead')} isStep>
      <form action={submitStay} className="grid">
        <input type="hidden" name="next" value={next} />
        <button type="submit" className="button">
          {t('keepFirst.keep')}
        </button>
      </form>
    </Panel>
  )
}
