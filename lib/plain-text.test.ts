import { expect, it } from 'vitest'
import { measured } from '@/lib/testing/measured'
import { toPlainText } from './plain-text'
import { injections } from './testing/injections'

it.each([
  ['Hôtel de l’Étoile, 20 m² & café', 'Hôtel de l’Étoile, 20 m² & café'],
  ['  Two\n\nlines\tand a tab ', 'Two lines and a tab'],
  ['St. John’s: bed + breakfast (4.5)', 'St. John’s: bed + breakfast (4.5)'],
  [
    'Sunny ☀️ and 👍🏽, 日本語、한국어, עברית, हिन्दी',
    'Sunny ☀️ and 👍🏽, 日本語、한국어, עברית, हिन्दी',
  ],
  ['Quiet.It has a garden', 'Quiet. It has a garden'],
  ['[INST] a < b > c', '[INST] a ‹ b › c'],
  ['See [our page](https://evil.example/x) now', 'See our page now'],
  ['![pixel](https://evil.example/p)', 'pixel'],
  ['go to www.evil.example/x', 'go to www. evil. example/x'],
  ['evil.भारत, जालस्थल.भारत, 💩.la', 'evil. भारत, जालस्थल. भारत, 💩. la'],
  ['a\u200bb\u202ec\u{e0041}d', 'abcd'],
  ['hthttps://x tps://evil.example', ''],
])('%j reads %j', (text, line) => {
  expect(toPlainText(text, 200)).toBe(line)
})

it.each([
  ...[
    'Étage 2, côté cour',
    'Rooms & breakfast, 2+1',
    'O’Neill’s',
    '',
    ' ',
    'two  spaces',
    ' before',
  ],
  ...['after ', 'a.b', 'a:b', '(a)', 'tel:1', 'a\tb', '×', 'ſhort', 'a'.repeat(60), 'a'.repeat(61)],
])('%j reads the same when it is looked at closely', (text) => {
  // What is invisible goes; a text that holds it takes the long way.
  expect(toPlainText(text, 60)).toBe(toPlainText(`\u200b${text}`, 60))
})

it('is cut between characters, and says that it was', () => {
  expect(toPlainText('a'.repeat(20), 10)).toBe(`${'a'.repeat(9)}…`)
  expect(toPlainText('😀'.repeat(20), 10)).toBe(`${'😀'.repeat(4)}…`)
  expect(toPlainText('a'.repeat(10), 10)).toBe('a'.repeat(10))
})

it.each(Object.entries(injections))(
  '%s hides nothing, leads nowhere and is quick',
  measured,
  (_name, text) => {
    const start = performance.now()
    for (const longest of [60, 1000]) {
      const line = toPlainText(text, longest)
      expect(line.length).toBeLessThanOrEqual(longest)
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}<>\u2028\u2029]/u)
      expect(line.replace(/\p{Extended_Pictographic}\ufe0f/gu, '')).not.toMatch(
        /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u,
      )
      expect(line).not.toMatch(/:\/\/|javascript:|data:|evil\.example|\]\(/i)
      expect(toPlainText(line, longest)).toBe(line)
    }
    expect(performance.now() - start).toBeLessThan(500)
  },
)

it('there are at least sixty of them', () => {
  expect(Object.keys(injections).length).toBeGreaterThanOrEqual(60)
})
