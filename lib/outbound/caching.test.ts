import { expect, test } from 'vitest'
import { etagOf, isEtag, maxAgeOf } from './caching'

test.each([
  ['max-age=60', 60],
  ['public, Max-Age=3600, immutable', 3600],
  ['max-age="5"', 5],
  ['max-age=0', 0],
  ['max-age=99999999999999999999', 2 ** 31],
  ['no-store, max-age=60', 0],
  ['max-age=60, No-Cache', 0],
  ['s-maxage=60', null],
  ['max-age=-1', null],
  ['max-age=1.5', null],
  ['max-age=1e3', null],
  ['max-age', null],
  ['x-max-age=60', null],
  ['', null],
])('Cache-Control %j says %s seconds', (value, seconds) => {
  expect(maxAgeOf({ 'cache-control': value })).toBe(seconds)
})

test('an answer without Cache-Control says nothing', () => {
  expect(maxAgeOf({})).toBeNull()
})

test('only an entity tag that may be sent back is kept', () => {
  expect(etagOf({ etag: '"abc"' })).toBe('"abc"')
  expect(etagOf({ etag: 'W/"a-1"' })).toBe('W/"a-1"')
  expect(etagOf({})).toBeNull()
  const wrong = ['abc', '"a', '"a" "b"', '"a"b"', `"${'a'.repeat(300)}"`, '"é"', '"a"\r\nX: 1']
  expect(wrong.filter(isEtag)).toEqual([])
})
