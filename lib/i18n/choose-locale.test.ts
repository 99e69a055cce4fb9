import { expect, test } from 'vitest'
import { chooseLocale, matchLocales } from './choose-locale'

test('what the app asked for comes first, then the account, the switch and the browser', () => {
  const wishes = { uiLocales: 'ar', account: 'fr', chosen: 'en', acceptLanguage: 'fr' }
  expect(chooseLocale(wishes)).toBe('ar')
  expect(chooseLocale({ ...wishes, uiLocales: null })).toBe('fr')
  expect(chooseLocale({ chosen: 'en', acceptLanguage: 'fr' })).toBe('en')
  expect(chooseLocale({ acceptLanguage: 'fr' })).toBe('fr')
  expect(chooseLocale({})).toBe('en')
})

test('a wish that cannot be met gives way to the next', () => {
  expect(chooseLocale({ uiLocales: 'tlh', account: 'fr' })).toBe('fr')
  expect(chooseLocale({ uiLocales: 'tlh nope-nope-nope fr-CA-x-ours' })).toBe('fr')
})

test('a country reads the language it shares, a script only its own', () => {
  expect(matchLocales('fr-CA')).toBe('fr')
  expect(matchLocales('ar-EG')).toBe('ar')
  expect(matchLocales('AR')).toBe('ar')
  expect(matchLocales('fr-Cyrl')).toBeNull()
})

test('the browser says how dear each language is, and which not at all', () => {
  expect(chooseLocale({ acceptLanguage: 'en;q=0.5, ar;q=0.8, fr;q=0.7' })).toBe('ar')
  expect(chooseLocale({ acceptLanguage: 'de, fr;q=0, ar;q=0.1' })).toBe('ar')
  expect(chooseLocale({ acceptLanguage: 'fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5' })).toBe('fr')
})

test('nonsense is no wish, however long', () => {
  for (const nonsense of ['', ' ', '*', ';q=', 'en_US', '../../fr', '\u0000', 'x'.repeat(1e6)]) {
    expect(matchLocales(nonsense)).toBeNull()
    expect(chooseLocale({ acceptLanguage: nonsense, uiLocales: nonsense })).toBe('en')
  }
})
