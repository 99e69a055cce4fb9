import { getTranslator } from '@/lib/session/locale'

/** From a page below the account. */
export async function WayBack() {
  const t = await getTranslator('account')
  return (
    <p className="text-sm">
      <a href="/account" className="link">
        {t('title')}
      </a>
    </p>
  )
}
