import { expect, it } from 'vitest'
import { readAsked } from './asked'

it.each([
  { operation: 'a\0b' },
  { after: '\0' },
  { after: '' },
  { operation: ['bookStay', 'getStay'] },
  { from: '0000-01-01' },
  { to: '2026-02-30' },
  { to: 'yesterday' },
  { app: 'x'.repeat(201) },
])('%j asks for nothing that the database cannot take', (parameters) => {
  expect(Object.values(readAsked(parameters)).every((value) => value === null)).toBe(true)
})

it('what makes sense is asked for', () => {
  const asked = { app: 'cursor', operation: 'bookStay', from: '2026-01-01', to: '2026-01-02' }
  expect(readAsked(asked)).toEqual({ ...asked, after: null })
})
