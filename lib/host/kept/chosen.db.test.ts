import { afterAll, expect, test } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { createPerson } from '@/lib/testing/people'
import { servePlugin, toyManifest, toyOpenApi } from '../testing'
import { callInConversation } from './calling'
import { changeChosen, getTranscript, startConversation } from './conversations'
import { addInstallation } from './installations'

afterAll(disconnect)

test('where the person is can be told later, and is heard from the next call on', async () => {
  const plugin = await servePlugin((origin) => ({
    '/.well-known/ai-plugin.json': toyManifest(origin),
    '/openapi.json': toyOpenApi(origin),
    '/toys': { toys: [] },
  }))
  const [person, other] = [await createPerson(), await createPerson()]
  const profile = 'chatgpt-2023'
  const { added } = await addInstallation(person.id, { address: plugin.origin, profile })
  const installationId = String(added?.id)
  const nowhere = { subdivision: null, locale: 'en', location: null }
  const { id } = await startConversation(person.id, {
    ...{ profile, installationIds: [installationId], chosen: nowhere },
  })
  const wish = { conversationId: id, installationId, operation: 'listToys', input: {} }
  await callInConversation(person.id, wish)
  const paris = { ...nowhere, subdivision: 'FR-IDF' }
  expect(await changeChosen(other.id, id, paris)).toBe(false)
  expect(await changeChosen(person.id, id, paris)).toBe(true)
  await callInConversation(person.id, wish)

  const calls = plugin.asked.filter(({ url }) => url.pathname === '/toys')
  const told = calls.map(({ headers }) => headers['openai-subdivision-1-iso-code'])
  expect(told).toEqual([undefined, 'FR-IDF'])
  const conversation = (await getTranscript(person.id, id))?.conversation
  expect(conversation).toMatchObject({ profile, installationIds: [installationId], chosen: paris })
})
