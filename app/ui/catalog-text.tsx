import { translateCatalog } from '@/lib/i18n/catalog-text'
import { getLocale } from '@/lib/session/locale'

/** What the catalog says of a scope or an operation, in the reader's language where there is one. */
export async function CatalogText({ text }: { text: string }) {
  const locale = await getLocale()
  const said = translateCatalog(locale, text)
  if (said || locale === 'en') return said ?? text
  return <bdi lang="en">{text}</bdi>
}
