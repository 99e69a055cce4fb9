import { expect, test } from 'vitest'
import { isForFrame, isLookAhead, isOwnNavigation } from './navigation'

const asked = (headers: Record<string, string>) =>
  new Request('http://localhost/playground/begin', { headers })

test.each([
  [{}, true],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
])('%j is a person of this site: %s', (headers, isOwn) => {
  expect(isOwnNavigation(asked(headers as Record<string, string>))).toBe(isOwn)
})

test.each([
  [{}, false],
  [{ 'sec-fetch-mode': 'navigate' }, false],
  [{ 'sec-fetch-mode': 'cors' }, true],
])('%j only looks ahead: %s', (headers, looks) => {
  expect(isLookAhead(asked(headers as Record<string, string>))).toBe(looks)
})

test.each([
  [{}, true],
  [{ 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' }, false],
])('%j is a frame of this site: %s', (headers, isFrame) => {
  expect(isForFrame(asked(headers as Record<string, string>))).toBe(isFrame)
})
