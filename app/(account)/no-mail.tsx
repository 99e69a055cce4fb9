import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'

export async function NoMail() {
  const t = await getTranslator('mailed')
  return (
    <Panel title={t('noMail.title')} lead={t('noMail.lead')}>
      <a href="/support" className="button button-quiet w-full">
        {t('noMail.help')}
      </a>
    </Panel>
  )
}
