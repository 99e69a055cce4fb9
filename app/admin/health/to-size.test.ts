import { expect, it } from 'vitest'
import { toSize } from './to-size'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [8192, '8.19 kB'],
  [25_000_000, '25 MB'],
  [1_234_000_000_000_000, '1.23e+3 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(toSize(bytes)).toBe(text)
})
