import { expect, test } from 'vitest'
import { translateCatalog } from '@/lib/i18n/catalog-text'
import { languages } from '@/lib/i18n/languages'
import { locales } from '@/lib/i18n/locales'
import { aboutScope, allScopes } from '@/lib/scopes'
import { toBookingConfirmation, toCancellationConfirmation } from './confirmations'
import { catalog } from './index'

const sentences = [
  ...allScopes.map(aboutScope).flatMap(({ title, detail }) => (detail ? [title, detail] : [title])),
  ...catalog.operations.map(({ summary }) => summary),
  ...new Set([...labelsAndTerms(), 'Terms']),
]

/** What stands around the facts on the page where a person decides. */
function labelsAndTerms(): string[] {
  const days = { checkIn: '2027-03-05', checkOut: '2027-03-07', guests: 2 }
  const sold = {
    ...days,
    nights: 2,
    stayName: '',
    city: '',
    room: '',
    totalPrice: 1,
    currency: 'EUR',
  }
  const confirmations = [
    toBookingConfirmation(days, sold),
    toCancellationConfirmation({
      ...sold,
      ...{ id: '', stay: '', status: 'confirmed', isOffered: true },
    }),
  ]
  return confirmations.flatMap(({ facts, terms }) => [
    ...facts.map(([label]) => label),
    ...(terms ? [terms] : []),
  ])
}

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
