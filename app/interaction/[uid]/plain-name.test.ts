import { expect, test } from 'vitest'
import { toPlainName } from './plain-name'

test('an ordinary name stays as it is', () => {
  expect(toPlainName('Microsoft 365 Copilot')).toBe('Microsoft 365 Copilot')
})

test('characters that turn the direction of text or break the line are gone', () => {
  expect(toPlainName('Safe \u202Etxet\u202C\n\napp\u0000')).toBe('Safe txet app')
})

test('marks cannot be piled over the lines around', () => {
  expect(toPlainName(`a${'\u0335'.repeat(40)}b`)).toBe('a\u0335\u0335b')
})

test('a long name ends in an ellipsis after 60 characters', () => {
  expect([...toPlainName('x'.repeat(200))]).toHaveLength(60)
  expect(toPlainName('x'.repeat(200))).toMatch(/x…$/)
})

test('a name of nothing visible is called so', () => {
  expect(toPlainName('\u200B\u200B ')).toBe('An app without a name')
  // Letters by their category, blank on every screen: Hangul fillers, an empty Braille cell.
  expect(toPlainName('\u115F\u1160\u3164\uFFA0\u2800')).toBe('An app without a name')
})
