import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'

type ExpiredLinkProps = { again: string; text: string }

/** For a mailed link that was used, replaced or too old; it does not say which. */
export async function ExpiredLink({ again, text }: ExpiredLinkProps) {
  const t = await getTranslator('mailed')
  return (
    <Panel title={t('expired.title')} lead={t('expired.lead')} isStep>
      <a href={again} className="button w-full">
        {text}
      </a>
    </Panel>
  )
}
