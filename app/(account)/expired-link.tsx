import type { ReactNode } from 'react'
import { Panel } from '@/app/ui/panel'
import { getTranslator } from '@/lib/session/locale'

type ExpiredLinkProps = {
  /** Where a new one is to be had. */
  again: string
  text: string
  /** In the place of that link, where one click sends a new one. */
  children?: ReactNode
}

/** For a mailed link that was used, replaced or too old; it does not say which. */
export async function ExpiredLink({ again, text, children }: ExpiredLinkProps) {
  const t = await getTranslator('mailed')
  return (
    <Panel title={t('expired.title')} lead={t('expired.lead')} isStep>
      {children ?? (
        <a href={again} className="button w-full">
          {text}
        </a>
      )}
    </Panel>
  )
}
