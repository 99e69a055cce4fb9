import { expect, it } from 'vitest'
import { safeNext } from './next-path'

it.each(['/account', '/interaction/abc?x=1', '/'])('goes on to %s', (path) => {
  expect(safeNext(path)).toBe(path)
})

it.each([
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  'evil.example',
  '/..//evil.example',
  '/.//evil.example',
  ['/a', '/b'],
  undefined,
  null,
  '',
])('does not go to %j', (path) => {
  const next = safeNext(path)
  expect(next === null || new URL(next, 'https://stays.example').host === 'stays.example').toBe(
    true,
  )
  expect(next?.startsWith('//') ?? false).toBe(false)
})
