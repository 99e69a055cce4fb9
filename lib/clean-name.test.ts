import { expect, it } from 'vitest'
import { cleanName } from './clean-name'

it('leaves what people are called as they write it', () => {
  for (const name of ['Ada Lovelace', 'عائشة', '正しい', 'D’Ávila-Smith 2', 'Zoë 🦊']) {
    expect(cleanName(name)).toBe(name)
  }
  expect(cleanName('  Zoe\u0308\n King ')).toBe('Zoë King')
})

it('takes out what is not seen and what turns the words around it', () => {
  expect(cleanName('Ada\u202egnp\u2066\u200b\u00ad\u0000\u{e0041}.')).toBe('Adagnp.')
  for (const unseen of ['\u200b', '\u3164', '\u2800', '\u202e \u2069', '\ud800', '']) {
    expect(cleanName(unseen)).toBe('')
  }
})
