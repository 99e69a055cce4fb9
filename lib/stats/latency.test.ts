import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantile, toBucket } from './latency'

const lengths = fc.array(fc.double({ min: 0.125, max: 32_000, noNaN: true }), { minLength: 1 })

test.each([0.5, 0.95])('the quantile %f of any calls is wrong by at most 9.1 %%', (q) => {
  fc.assert(
    fc.property(lengths, (all) => {
      const counts = new Map<number, number>()
      for (const ms of all) counts.set(toBucket(ms), (counts.get(toBucket(ms)) ?? 0) + 1)
      const sorted = [...all].sort((one, other) => one - other)
      const exact = sorted[Math.ceil(q * all.length) - 1] ?? Number.NaN
      const ratio = (quantile(counts, q) ?? Number.NaN) / exact
      expect(Math.max(ratio, 1 / ratio)).toBeLessThanOrEqual(2 ** (1 / 8) + 1e-9)
    }),
  )
})

test('no calls have none, and what is shorter or longer than any bucket is in the outermost', () => {
  expect(quantile(new Map(), 0.5)).toBeNull()
  expect(toBucket(0)).toBe(0)
  expect(toBucket(3600_000)).toBe(72)
})
