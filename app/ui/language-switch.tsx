import { locales, nameOf } from '@/lib/i18n/locales'
import { getLocale, getTranslator } from '@/lib/session/locale'

/** One button a language, each in its own words: whoever needs it cannot read the page. */
export async function LanguageSwitch() {
  const current = await getLocale()
  const t = await getTranslator('frame')
  return (
    <form method="post" action="/language">
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="sr-only">{t('footer.language')}</legend>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="language"
            value={locale}
            lang={locale}
            aria-current={locale === current || undefined}
            className="min-h-6 cursor-pointer hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {nameOf(locale)}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
