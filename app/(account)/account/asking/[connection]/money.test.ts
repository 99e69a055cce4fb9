import { expect, test } from 'vitest'
import { readMinor, toText } from './money'

test('an amount is read as people type it', () => {
  expect(readMinor('84.5', 'EUR')).toBe(8450)
  expect(readMinor(' 84,50 ', 'EUR')).toBe(8450)
  expect(readMinor('٨٤٫٥٠', 'AED')).toBe(8450)
  expect(readMinor('1.15', 'USD')).toBe(115)
  expect(readMinor('9000', 'JPY')).toBe(9000)
})

test('what is no amount is none', () => {
  for (const typed of ['', 'a lot', '-1', '1.234', '1,000.00', '1e9', '99999999999']) {
    expect(readMinor(typed, 'EUR'), typed).toBeNull()
  }
  expect(readMinor('1.5', 'JPY')).toBeNull()
  expect(readMinor('1', 'XXX')).toBeNull()
})

test('what is saved stands in the field as it can be read again', () => {
  expect(toText(8450, 'EUR')).toBe('84.50')
  expect(toText(9000, 'JPY')).toBe('9000')
})
