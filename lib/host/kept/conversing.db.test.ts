import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { afterAll, afterEach, expect, test } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { createPerson } from '@/lib/testing/people'
import { type Says, serveModel } from '@/lib/testing/scripted-model'
import { type Asked, servePlugin, toyManifest, toyOpenApi } from '../testing'
import { callInConversation, decline } from './calling'
import { addEntry, getTranscript, startConversation } from './conversations'
import { converse, type Heard } from './conversing'
import { addInstallation } from './installations'

process.env.RATE_LIMIT_FACTOR = '0.05'

afterAll(disconnect)

const servers: Awaited<ReturnType<typeof serveModel>>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serveToys(name: string) {
  const toys: string[] = []
  const schema = { type: 'object', properties: { name: { type: 'string' } } }
  const add = { requestBody: { content: { 'application/json': { schema } } } }
  const { origin } = await servePlugin((at) => ({
    '/.well-known/ai-plugin.json': toyManifest(at, { name_for_model: name }),
    '/openapi.json': toyOpenApi(at, {
      paths: {
        '/toys': {
          get: { operationId: 'listToys', summary: 'List the toys' },
          post: { operationId: 'addToy', summary: 'Add a toy', ...add },
        },
      },
    }),
    '/toys': ({ method, body }: Asked) => {
      if (method === 'POST') toys.push(JSON.parse(body).name)
      return { body: { toys } }
    },
  }))
  return { origin, toys }
}

/** A person who has said something to a model that has two plugins. */
async function begin(says: Says) {
  const asked: Parameters<Says>[0][] = []
  const server = await serveModel(0, (question) => {
    asked.push(question)
    return says(question)
  })
  servers.push(server)
  const { port } = server.address() as { port: number }
  const model = createOpenAICompatible({ name: 'scripted', baseURL: `http://localhost:${port}/v1` })
  const [bears, kites] = [await serveToys('bears'), await serveToys('kites')]
  const { id: accountId } = await createPerson()
  const profile = 'chatgpt-2023'
  const installationIds: string[] = []
  for (const { origin } of [kites, bears]) {
    const { added } = await addInstallation(accountId, { address: origin, profile })
    installationIds.push(String(added?.id))
  }
  const { id } = await startConversation(accountId, {
    ...{ profile, installationIds },
    chosen: { subdivision: null, locale: 'en', location: null },
  })
  await addEntry(accountId, id, {
    kind: 'message',
    by: 'person',
    text: 'A bear and a kite, please',
  })
  return {
    ...{ accountId, id, asked, bears, kites },
    hear: (from = model) => collect(converse(accountId, id, from('scripted'))),
    kinds: async () => {
      const { entries = [] } = (await getTranscript(accountId, id)) ?? {}
      return entries.map((entry) => (entry.kind === 'message' ? entry.by : entry.kind))
    },
  }
}

async function collect(turn: AsyncGenerator<Heard>): Promise<Heard[]> {
  const heard: Heard[] = []
  for await (const one of turn) heard.push(one)
  return heard
}

const answered = ({ messages }: Parameters<Says>[0]) =>
  messages.filter(({ role }) => role === 'tool').length

const wishIn = (heard: Heard[]) => {
  const last = heard.at(-1)
  if (last?.kind !== 'asks') throw new Error(JSON.stringify(heard))
  return last.wish
}

test('a model calls two plugins, and each write waits for the person', async () => {
  const turns = [
    { call: 'listToys', input: {} },
    { call: 'bears0_addToy', input: { name: 'Bruno' } },
    { call: 'kites1_addToy', input: { name: 'Karo' } },
    'Bruno is there, Karo is not.',
  ]
  const { accountId, asked, bears, kites, hear, kinds } = await begin(
    (question) => turns[answered(question)] ?? 'Never said.',
  )
  const first = await hear()
  expect(first.map(({ kind }) => kind)).toEqual(['called', 'asks'])
  expect(bears.toys).toEqual([])

  await callInConversation(accountId, { ...wishIn(first), confirmed: 'once' })
  expect([bears.toys, kites.toys]).toEqual([['Bruno'], []])
  await decline(accountId, wishIn(await hear()))
  expect(kites.toys).toEqual([])

  const told = await hear()
  expect(told.map((heard) => (heard.kind === 'text' ? heard.text : heard)).join('')).toBe(turns[3])
  expect(await kinds()).toEqual(['person', 'call', 'call', 'declined', 'model'])
  const { messages, tools } = asked.at(-1) ?? { messages: [], tools: [] }
  expect(tools.map((one) => one.function.name)).toEqual([
    ...['bears0_listToys', 'bears0_addToy', 'kites1_listToys', 'kites1_addToy'],
  ])
  const results = messages.filter(({ role }) => role === 'tool').map(({ content }) => content)
  expect(results).toEqual([
    '{"toys":[]}',
    '{"toys":["Bruno"]}',
    'The person said no. Nothing was called.',
  ])
})

test('a model that never ends is stopped', async () => {
  const { asked, hear } = await begin(() => ({ call: 'listToys', input: {} }))
  expect(await hear()).toHaveLength(8)
  expect(asked).toHaveLength(8)
})

test('one person has so many answers in an hour, whatever they say', async () => {
  const { asked, hear } = await begin(() => 'Well.')
  for (let turns = 0; turns < 10; turns += 1) expect(await hear()).toMatchObject([{ kind: 'text' }])
  expect(await hear()).toMatchObject([{ kind: 'failed', means: expect.stringContaining('hour') }])
  expect(asked).toHaveLength(10)
})

test('a conversation is full by its size, too', async () => {
  const { accountId, id } = await begin(() => 'Never asked.')
  const said = { kind: 'message', by: 'person', text: 'x'.repeat(1_000_000) } as const
  let written = 0
  while (written < 20 && (await addEntry(accountId, id, said))) written += 1
  expect(written).toBeLessThan(10)
})

test('what is no call of theirs is none', async () => {
  const { hear, kinds } = await begin(() => ({ call: 'sellToy', input: {} }))
  expect(await hear()).toEqual([])
  expect(await kinds()).toEqual(['person'])
})

test('that the model does not answer is told, and nothing else happens', async () => {
  const { hear, kinds } = await begin(() => 'Never asked.')
  const gone = createOpenAICompatible({ name: 'gone', baseURL: 'http://localhost:1/v1' })
  expect(await hear(gone)).toMatchObject([{ kind: 'failed' }])
  expect(await kinds()).toEqual(['person'])
})

test('without a model nothing is said', async () => {
  const { accountId, id, kinds } = await begin(() => 'Never asked.')
  expect(await collect(converse(accountId, id, null))).toEqual([])
  expect(await kinds()).toEqual(['person'])
})
