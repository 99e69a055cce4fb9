import { expect, test } from 'vitest'
import { formatDay, formatPrice } from './format'

test('a price shows decimals only where it has some, by the currency’s own unit', () => {
  expect(formatPrice(16_000, 'EUR')).toBe('€160')
  expect(formatPrice(15_950, 'EUR')).toBe('€159.50')
  expect(formatPrice(9_000, 'JPY')).toBe('¥9,000')
})

test('a day is named without being moved by a time zone', () => {
  expect(formatDay('2027-03-05')).toBe('Fri, Mar 5')
})
