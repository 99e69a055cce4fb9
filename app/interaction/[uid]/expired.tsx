import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'

export async function Expired() {
  const t = await getTranslator('consent')
  return (
    <Panel title={t('expired.title')} lead={t('expired.lead')}>
      <p>{t('expired.again')}</p>
      <a href="/account/connections" className="button button-quiet w-full">
        {t('expired.connections')}
      </a>
    </Panel>
  )
}
