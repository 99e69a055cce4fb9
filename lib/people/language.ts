import { db } from '@/lib/data/db'
import type { Locale } from '@/lib/i18n/locales'

/** The language in which a person reads the site, and is written to. */
export async function setLocale(accountId: string, locale: Locale): Promise<void> {
  await db().account.updateMany({ where: { id: accountId }, data: { locale } })
}
