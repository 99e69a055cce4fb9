import { expect, test } from 'vitest'
import type { Entry, Transcript } from '@/lib/host/kept/conversation'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import type { ProfileId } from '@/lib/host/profiles'
import { toSuggestions } from './to-suggestions'

const operation = (name: string, method: string, input: object) => ({
  ...{ name, method, isConsequential: method !== 'GET', hints: null },
  examples: [{ prompt: `${name}, please`, input }],
})

const linked = {
  id: 'toys',
  isLinked: true,
  installation: {
    name: 'Toys',
    operations: [
      operation('book', 'POST', { toy: 'bear' }),
      operation('list', 'GET', {}),
      operation('cancel', 'POST', { booking: 'one' }),
    ],
  },
} as unknown as SeenInstallation

const link = { kind: 'link', installationId: 'toys' } as Entry
const declined = { kind: 'declined', installationId: 'toys' } as Entry
const listed = {
  ...{ kind: 'call', installationId: 'toys', operation: 'list', input: {} },
  outcome: { status: 'answered', data: { toys: [{ id: 'kite' }] } },
} as unknown as Entry

const suggest = (
  profile: ProfileId,
  entries: Entry[],
  { seen = linked, hasModel = false }: { seen?: SeenInstallation; hasModel?: boolean } = {},
) =>
  toSuggestions({
    active: [seen],
    transcript: { conversation: { id: 'c', profile }, entries } as Transcript,
    hasModel,
  })

test('a newcomer’s first question stands in the card of a host that asks before it reads', () => {
  const { put, ready } = suggest('gpt-action', [link])
  expect(put).toMatchObject({ prompt: 'list, please', wished: { operation: 'list' } })
  expect(ready).toEqual([])
})

test.each([
  ['the host reads without asking', suggest('chatgpt-2023', [link])],
  ['something was asked', suggest('gpt-action', [link, declined])],
  ['nothing is linked', suggest('gpt-action', [], { seen: { ...linked, isLinked: false } })],
  ['a model asks', suggest('gpt-action', [link], { hasModel: true })],
])('where %s, the person picks it', (_why, { put, ready }) => {
  expect(put).toBeNull()
  expect(ready.map(({ prompt }) => prompt)).toEqual(['list, please'])
})

test('what was found stands ready to be booked', () => {
  const { put } = suggest('chatgpt-2023', [link, listed])
  expect(put).toMatchObject({ prompt: 'book, please', input: { toy: 'kite' } })
})

test('what would undo a booking is offered, and does not stand ready', () => {
  const booked = { ...listed, operation: 'book' } as Entry
  Object.assign(booked, { outcome: { status: 'answered', data: { booking: { id: 'b-1' } } } })
  const { put, ready } = suggest('chatgpt-2023', [link, listed, booked])
  expect(put).toBeNull()
  expect(ready.map(({ wished }) => [wished.operation, wished.input])).toEqual([
    ['list', '{}'],
    ['cancel', '{"booking":"b-1"}'],
  ])
})
