import { translateCatalog } from '@/lib/i18n/catalog-text'
import { formatterOf } from '@/lib/i18n/translate'
import type { Confirmation } from '@/lib/plugin/confirmation'
import { getLocale } from '@/lib/session/locale'

type Amount = Confirmation['amount']

/** A fact as its reader writes days and money; what is neither stays as the operation says it. */
export async function readValue(value: string, amount: Amount): Promise<string> {
  const locale = await getLocale()
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    const day = new Date(value)
    const how = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const
    return Number.isNaN(day.getTime()) ? value : formatterOf(locale).dateTime(day, how)
  }
  // A confirmation has no other space than the plain one.
  if (amount && value === toPrice('en', amount).replace(/\s/g, ' ')) return toPrice(locale, amount)
  return translateCatalog(locale, value) ?? value
}

export const readAmount = async (amount: NonNullable<Amount>): Promise<string> =>
  toPrice(await getLocale(), amount)

function toPrice(locale: Parameters<typeof formatterOf>[0], amount: NonNullable<Amount>): string {
  const { minor, currency } = amount
  const style = { style: 'currency', currency } as const
  const digits = new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2
  return formatterOf(locale).number(minor / 10 ** digits, style)
}
