import type { Metadata } from 'next'
import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('frame')
  return { title: t('notFound.metaTitle') }
}

export default async function NotFound() {
  const t = await getTranslator('frame')
  return (
    <Panel title={t('notFound.title')} lead={t('notFound.lead')}>
      <a href="/" className="button w-full">
        {t('notFound.home')}
      </a>
    </Panel>
  )
}
