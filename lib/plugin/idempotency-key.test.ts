import { expect, it } from 'vitest'
import { readIdempotencyKey } from './idempotency-key'

it('a key is the string of the draft, or bare as most clients send it: the same key', () => {
  const uuid = '8e03978e-40d5-43e8-bc93-6894a57f9324'
  for (const sent of [`"${uuid}"`, uuid, ` "${uuid}" `, `"${uuid}";v=1`, `"${uuid}"; a; b="c"`]) {
    expect(readIdempotencyKey(sent), sent).toBe(uuid)
  }
  expect(readIdempotencyKey('"order 7, again"')).toBe('order 7, again')
  expect(readIdempotencyKey('"a \\"key\\" \\\\"')).toBe('a "key" \\')
  expect(readIdempotencyKey(`"${'x'.repeat(255)}"`)).toHaveLength(255)
})

it('none is none', () => {
  for (const sent of [null, undefined]) expect(readIdempotencyKey(sent)).toBeNull()
})

it.each([
  ...['', '""', '"', '"open', 'a"b"', '"a"b"', '"a" "b"', '"a", "b"', '"a\\b"', '"a";', '"a";V'],
  ...['a b', 'one, two', 'schlüssel', '"schlüssel"', '\u0000', '"\u0007"', 'a\u200bb', 'a\nb'],
  ...['x'.repeat(256), `"${'x'.repeat(256)}"`, 'x'.repeat(10_000), `"${'\\"'.repeat(10_000)}`],
  ...[7, true, {}, ['k']],
])('%j is no key', (sent) => {
  expect(() => readIdempotencyKey(sent)).toThrow('idempotency key')
})
