import { expect, test } from 'vitest'
import { nextWeekend } from './next-weekend'

test.each([
  ['a Monday', '2026-11-23', '2026-12-04', '2026-12-06'],
  ['a Friday', '2026-11-27', '2026-12-04', '2026-12-06'],
  ['a Sunday', '2026-11-29', '2026-12-04', '2026-12-06'],
])('asked on %s, next weekend is that of the week after', (_day, today, checkIn, checkOut) => {
  expect(nextWeekend(new Date(`${today}T12:00:00Z`))).toEqual({ checkIn, checkOut })
})
