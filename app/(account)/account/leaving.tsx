import { getDeletion } from '@/lib/people/deletion'
import { getTranslator } from '@/lib/session/locale'
import { submitStay } from './data/actions'
import { toDay } from './day'

/** Whoever signs in within the grace is offered to stay. */
export async function Leaving({ accountId }: { accountId: string }) {
  const deleteAfter = await getDeletion(accountId)
  if (!deleteAfter) return null
  const t = await getTranslator('account')
  return (
    <section
      aria-label={t('leaving.label')}
      className="mb-8 flex flex-wrap items-center justify-between gap-4 rounded-lg border border-danger bg-danger-tint px-4 py-3"
    >
      <p className="min-w-0 flex-1 basis-60">{t.rich('leaving.lead', await toDay(deleteAfter))}</p>
      <form action={submitStay}>
        <button type="submit" className="button button-small">
          {t('leaving.stay')}
        </button>
      </form>
    </section>
  )
}
