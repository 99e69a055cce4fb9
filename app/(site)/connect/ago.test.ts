import { expect, test } from 'vitest'
import { ago } from './ago'

const now = new Date('2026-11-23T12:00:00Z')

test.each([
  ['12 seconds ago', '2026-11-23T11:59:48Z'],
  ['1 second ago', '2026-11-23T11:59:58.900Z'],
  ['1 minute ago', '2026-11-23T11:58:01Z'],
  ['23 hours ago', '2026-11-22T12:00:01Z'],
  ['40 days ago', '2026-10-14T12:00:00Z'],
  ['0 seconds ago', '2026-11-23T12:00:05Z'],
])('%s', (text, at) => {
  expect(ago(new Date(at), now)).toBe(text)
})
