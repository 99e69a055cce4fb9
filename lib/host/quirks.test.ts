import { expect, test } from 'vitest'
import { profileIds, profiles } from './profiles'
import { quirksOf } from './quirks'

test('a profile tells what sets its host apart, and what that rests on', () => {
  const quirks = (id: (typeof profileIds)[number]) => quirksOf(profiles[id])
  expect(quirks('gpt-action')).toContainEqual({ says: 'Takes 30 operations.', fact: '§2.2' })
  expect(quirks('claude')).toContainEqual({
    says: 'Waits 240 s for an answer of at most 150,000 characters.',
    fact: '§4',
  })
  expect(quirks('chatgpt-2023')).toContainEqual({ says: 'Sends no PKCE.', fact: '§1.3' })
  const told = profileIds.map((id) => JSON.stringify(quirks(id)))
  expect(new Set(told).size).toBe(profileIds.length)
})
