import { expect, test } from 'vitest'
import { translateCatalog } from '@/lib/i18n/catalog-text'
import { languages } from '@/lib/i18n/languages'
import { locales } from '@/lib/i18n/locales'
import { aboutScope, allScopes } from '@/lib/scopes'
import { catalog } from './index'

const sentences = [
  ...allScopes.map(aboutScope).flatMap(({ title, detail }) => (detail ? [title, detail] : [title])),
  ...catalog.operations.map(({ summary }) => summary),
]

test.each(locales.filter((locale) => locale !== 'en'))(
  'whoever reads %s reads there what a scope means and which operations it opens',
  (locale) => {
    expect(sentences.filter((text) => !translateCatalog(locale, text))).toEqual([])
    expect(
      Object.keys(languages[locale].catalog).filter((text) => !sentences.includes(text)),
    ).toEqual([])
  },
)

test('what a service of your own says stands as it says it', () => {
  expect(translateCatalog('ar', 'Water the plants')).toBeNull()
  expect(translateCatalog('ar', 'constructor')).toBeNull()
})
