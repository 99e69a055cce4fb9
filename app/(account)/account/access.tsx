import { getName } from '@/lib/listing/listing'
import { getTranslator } from '@/lib/session/locale'
import { RequestAccess } from './request-access'

/** For somebody whose apps would be turned away. */
export async function Access({ accountId }: { accountId: string }) {
  const t = await getTranslator('release')
  return (
    <section aria-label={t('label')} className="card mt-6 space-y-4 p-6">
      <div>
        <h2 className="text-xl">{t('title', { product: await getName() })}</h2>
        <p className="mt-1 text-soft">{t('lead')}</p>
      </div>
      <RequestAccess accountId={accountId} />
    </section>
  )
}
