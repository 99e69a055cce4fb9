import { expect, it } from 'vitest'
import { inRequest, requestId, toRequestId } from './request-id'

it.each([
  ['a proxy of ours', 'from-the-proxy-1', true, true],
  ['anybody', 'from-the-proxy-1', false, false],
  ['a proxy, too short to tell requests apart', '1', true, false],
  ['a proxy, with what would break a line', 'abcdefgh\nlevel=info', true, false],
  ['a proxy, with what is markup', '<b>abcdefgh</b>', true, false],
  ['a proxy, longer than a line', 'x'.repeat(101), true, false],
])('an id from %s', (_who, given, isTrusted, isTaken) => {
  expect(toRequestId(given, isTrusted) === given).toBe(isTaken)
})

it('goes along with everything that a request leads to, and with nothing else', async () => {
  const later = (id: string) =>
    inRequest(id, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return requestId()
    })
  expect(await Promise.all([later('one'), later('two')])).toEqual(['one', 'two'])
  expect(requestId()).toBeUndefined()
})
