import { expect, test } from 'vitest'
import { toConfirmation } from './confirmation'
import type { Operation } from './installation'
import { type ProfileId, profiles } from './profiles'

const operation = (change: Partial<Operation>): Operation => ({
  ...{ name: 'x', title: null, method: 'GET', path: '/x', description: '', parameters: [] },
  ...{ inputSchema: {}, bodyType: null, isConsequential: null, isOpen: false, hints: null },
  ...{ viewUri: null, examples: [] },
  ...change,
})
const get = operation({})
const post = operation({ method: 'POST' })
const hinted = (readOnly: boolean | null, destructive: boolean | null = null) =>
  operation({ method: null, hints: { readOnly, destructive, openWorld: null, idempotent: null } })
const always = { alwaysAllowed: true, used: true }
const once = { alwaysAllowed: false, used: true }

test.each<[ProfileId, Operation, boolean, boolean, typeof always?]>([
  ['chatgpt-2023', get, false, false],
  ['chatgpt-2023', post, true, false, always],
  ['chatgpt-2023', operation({ method: 'POST', isConsequential: false }), true, false, always],
  ['gpt-action', get, true, true],
  ['gpt-action', get, false, true, always],
  ['gpt-action', post, true, false, always],
  ['gpt-action', operation({ isConsequential: true }), true, false, always],
  ['gpt-action', operation({ method: 'POST', isConsequential: false }), false, true, always],
  ['copilot', get, true, false],
  ['copilot', get, false, false, once],
  ['copilot', post, true, false, once],
  ['copilot', operation({ method: 'POST', isConsequential: false }), false, true, once],
  ['chatgpt', hinted(true), false, false],
  ['chatgpt', hinted(false, true), true, false],
  ['chatgpt', hinted(null), true, false],
  ['claude', hinted(false, false), false, true, always],
])('%s asks as its rule says (%#)', (profile, one, needed, mayAlwaysAllow, before) => {
  const confirmation = toConfirmation(one, profiles[profile], before)
  expect(confirmation).toMatchObject({ needed, mayAlwaysAllow })
})
