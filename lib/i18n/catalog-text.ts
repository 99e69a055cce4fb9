import { languages } from './languages'
import type { Locale } from './locales'

/**
 * A sentence of the catalog or of a scope in another language, by the sentence itself: whoever
 * changes it, or brings a service of their own, gets their own words and never an old translation.
 * Null where there is none.
 */
export function translateCatalog(locale: Locale, text: string): string | null {
  const { catalog }: { catalog: Record<string, string> } = languages[locale]
  return Object.hasOwn(catalog, text) ? (catalog[text] ?? null) : null
}
