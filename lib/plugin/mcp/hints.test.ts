import { expect, it } from 'vitest'
import { hintedRegion } from './hints'
import { createToyClient } from './toy-endpoint'

const regionIn = (location: unknown, headers = {}) =>
  hintedRegion({ 'openai/userLocation': location }, new Headers(headers))

it.each([
  [{ country: 'US', region: 'CA' }, 'US-CA'],
  [{ country: 'US', region: 'California' }, 'US-CA'],
  [{ country: 'US', region: 'new york' }, 'US-NY'],
  [{ country: 'CA', region: 'Québec' }, 'CA-QC'],
  [{ country: 'FR', region: 'IDF' }, 'FR-IDF'],
  [{ country: 'FR', region: 'FR-IDF' }, 'FR-IDF'],
  [{ country: 'FR', region: 'Brittany' }, null],
  [{ country: 'us', region: 'CA' }, null],
  [{ country: 'US' }, null],
  [{ country: 'US', region: "CA'--" }, null],
  [{ country: '__proto__', region: 'constructor' }, null],
  ['US-CA', null],
  [[], null],
  [null, null],
])('reads %j as %s', (location, region) => {
  expect(regionIn(location)).toBe(region)
})

it('falls back on the header of 2023', () => {
  const headers = { 'openai-subdivision-1-iso-code': 'US-TX' }
  expect(regionIn(undefined, headers)).toBe('US-TX')
  expect(regionIn({ country: 'US', region: 'CA' }, headers)).toBe('US-CA')
  expect(regionIn(undefined, { 'openai-subdivision-1-iso-code': 'nonsense' })).toBeNull()
})

it('reaches an operation only if the person allowed it', async () => {
  const { ask } = createToyClient()
  const params = {
    name: 'greet',
    arguments: { name: 'Ada' },
    _meta: { 'openai/userLocation': { country: 'US', region: 'California' } },
  }
  const text = async (headers = {}) =>
    (await ask('tools/call', params, headers)).body.result.structuredContent.text
  expect(await text()).toBe('Hello Ada.')
  expect(await text({ authorization: 'Bearer none' })).toBe('Hello Ada.')
  expect(await text({ authorization: 'Bearer all' })).toBe('Hello Ada of US-CA.')
})
