import { canMail } from '@/lib/mail/mode'
import { getTranslator } from '@/lib/session/locale'
import { submitAskVerification } from './email/actions'

/** It stands in nobody's way: apps are told whether the address is confirmed. */
export async function Unconfirmed() {
  if (!canMail()) return null
  const t = await getTranslator('account')
  return (
    <section
      aria-label={t('unconfirmed.label')}
      className="card mt-4 flex flex-wrap items-center gap-4 px-6 py-4"
    >
      <p className="min-w-0 flex-1 basis-60 text-sm">{t('unconfirmed.lead')}</p>
      <form action={submitAskVerification}>
        <button type="submit" className="button button-quiet button-small">
          {t('unconfirmed.send')}
        </button>
      </form>
    </section>
  )
}
