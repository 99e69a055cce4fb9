import { directionOf } from '@/lib/i18n/locales'
import { getMailsWaiting } from '@/lib/people/waiting-mail'
import { getLocale, getTranslator } from '@/lib/session/locale'
import { submitWaitingMail } from './waiting-mail-actions'

/** Whether a mail tells of a request that the person did not open. */
export async function WaitingMail({ accountId }: { accountId: string }) {
  const t = await getTranslator('asking')
  const locale = await getLocale()
  const isOn = await getMailsWaiting(accountId)
  return (
    <section
      aria-labelledby="waiting-mail"
      lang={locale}
      dir={directionOf(locale)}
      className="card mt-6 p-6"
    >
      <h2 id="waiting-mail" className="text-xl">
        {t('mail.title')}
      </h2>
      <form action={submitWaitingMail} className="mt-4 space-y-4">
        <label className="flex cursor-pointer gap-3">
          <input
            type="checkbox"
            name="on"
            defaultChecked={isOn}
            className="mt-1 size-4.5 flex-none accent-brand"
          />
          {t('mail.on')}
        </label>
        <button type="submit" className="button">
          {t('save')}
        </button>
      </form>
    </section>
  )
}
