import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Asked, servePlugin } from '@/lib/host/testing'
import { createModel } from './models'
import { notRecorded, readRecordings, writeRecording } from './recorded'
import { toReport } from './report'
import { runEval } from './run'
import { toyInstallation, toyPrompts } from './testing'

type Said = { status?: number; body: object | string } | 'hangs'

/** A server of the OpenAI protocol; what it says depends on the last thing said to it. */
const serveOpenAi = (say: (prompt: string) => Said) =>
  servePlugin(() => ({
    '/v1/chat/completions': async ({ body }: Asked) => {
      const said = say(JSON.parse(body).messages.at(-1).content)
      return said === 'hangs' ? new Promise<never>(() => {}) : said
    },
  }))

const toolCall = (name: string, text: string): Said => ({
  body: {
    model: 'test',
    choices: [
      {
        message: {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'c', type: 'function', function: { name, arguments: text } }],
        },
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 10 },
  },
})

const words: Said = {
  body: {
    model: 'test',
    choices: [{ message: { role: 'assistant', content: 'No.' } }],
    usage: { prompt_tokens: 50, completion_tokens: 1 },
  },
}

const openAi = (origin: string, timeoutMs = 5000) =>
  createModel(
    { speaks: 'openai', name: 'toy', apiKey: 'the-key-of-the-test', baseUrl: `${origin}/v1` },
    { timeoutMs },
  )

const wanted = { prompts: toyPrompts, installations: [toyInstallation('openapi')], variants: [] }

const mixed: Record<string, Said> = {
  'red ones': toolCall('findToys', '{"color":"red"}'),
  'blue ones': toolCall('findToys', '{"color":"red"}'),
  'all of them': toolCall('buyToy', '{"id":"bear"}'),
  'buy the bear': words,
  hello: words,
  'sell me a car': toolCall('findToys', '{}'),
}

test('a model is asked over HTTP, and its figures add up', async () => {
  const { origin, asked } = await serveOpenAi((prompt) => mixed[prompt] ?? words)
  const report = toReport(await runEval({ ...wanted, models: [openAi(origin)] }))
  expect(report.rows).toMatchObject([
    {
      ...{ model: 'toy', surface: 'openapi', variant: null, cases: 6 },
      accuracy: 33.3,
      verdicts: {
        ...{ right: 2, 'missing call': 1, 'wrong arguments': 1, 'wrong call': 2, failed: 0 },
      },
      dangerous: 1,
      tokens: { input: 4 * 100 + 2 * 50, output: 4 * 10 + 2 * 1 },
    },
  ])
  expect(
    report.operations.map(({ operation, cases, accuracy }) => [operation, cases, accuracy]),
  ).toEqual([
    ['findToys', 3, 33.3],
    ['buyToy', 1, 0],
    [null, 2, 50],
  ])
  expect(report.mistakes.map(({ prompt }) => prompt).sort()).toEqual([
    ...['all of them', 'blue ones', 'buy the bear', 'sell me a car'],
  ])
  expect(asked[0]?.headers.authorization).toBe('Bearer the-key-of-the-test')
  const sent = JSON.parse(asked[0]?.body ?? '')
  expect(sent.messages[0].content).toContain('Today is Monday, 2027-03-01.')
  expect(sent.tools.map((one: { function: { name: string } }) => one.function.name)).toEqual([
    ...['findToys', 'buyToy'],
  ])
})

test('what a model does wrong is reported and not thrown', async () => {
  const broken: Record<string, Said> = {
    'red ones': 'hangs',
    'blue ones': { status: 500, body: 'the-key-of-the-test' },
    'all of them': toolCall('findToys', '{"color":'),
    'buy the bear': toolCall('sellToy', '{}'),
    hello: { body: '<html>' },
    'sell me a car': { body: { choices: [] } },
  }
  const { origin } = await serveOpenAi((prompt) => broken[prompt] ?? words)
  const [run] = await runEval({ ...wanted, models: [openAi(origin, 3000)] })
  expect(run?.results.map(({ prompt, verdict, why }) => [prompt, verdict, why])).toEqual([
    ['red ones', 'failed', 'no answer in time'],
    ['blue ones', 'failed', 'the model answered 500'],
    ['all of them', 'wrong arguments', 'the arguments are no JSON object'],
    ['buy the bear', 'wrong call', 'sellToy, which there is not, was called, not buyToy'],
    ['hello', 'failed', 'the answer is no JSON'],
    ['sell me a car', 'failed', 'the answer is none of the protocol'],
  ])
})

test('a model that is nowhere fails each time', async () => {
  const [run] = await runEval({ ...wanted, models: [openAi('http://localhost:1')] })
  expect(new Set(run?.results.map(({ verdict }) => verdict))).toEqual(new Set(['failed']))
})

test('a model of the Anthropic protocol is asked in its own words', async () => {
  const { origin, asked } = await servePlugin(() => ({
    '/v1/messages': ({ body }: Asked) => {
      const isRed = JSON.parse(body).messages.at(-1).content === 'red ones'
      const content = isRed
        ? [
            { type: 'text', text: 'I look.' },
            { type: 'tool_use', id: 't', name: 'findToys', input: { color: 'red' } },
          ]
        : [{ type: 'text', text: 'No.' }]
      const usage = { input_tokens: 7, output_tokens: 3 }
      return { body: { model: 'test', role: 'assistant', content, usage } }
    },
  }))
  const settings = { speaks: 'anthropic', name: 'toy', apiKey: 'the-key-of-the-test' } as const
  const model = createModel(settings, { anthropicUrl: origin })
  const report = toReport(await runEval({ ...wanted, models: [model] }))
  expect(report.rows).toMatchObject([
    { verdicts: { right: 3, 'missing call': 3 }, tokens: { input: 6 * 7, output: 6 * 3 } },
  ])
  const red = asked.find(({ body }) => body.includes('red ones'))
  expect(red?.headers).toMatchObject({
    ...{ 'x-api-key': 'the-key-of-the-test', 'anthropic-version': '2023-06-01' },
  })
  const sent = JSON.parse(red?.body ?? '')
  expect(sent.system).toContain('Toys.')
  expect(sent.messages).toEqual([{ role: 'user', content: 'red ones' }])
  expect(sent.tools[0]).toMatchObject({ name: 'findToys', input_schema: { type: 'object' } })
})

test('what was recorded is judged alike, until a description changes', async () => {
  const { origin } = await serveOpenAi((prompt) => mixed[prompt] ?? words)
  const runs = await runEval({ ...wanted, models: [openAi(origin)] })
  const folder = await mkdtemp(join(tmpdir(), 'recorded-'))
  await writeRecording(
    join(folder, 'toy.jsonl'),
    runs.flatMap(({ lines }) => lines),
  )
  const models = await readRecordings(folder)
  expect(models.map(({ name }) => name)).toEqual(['toy (recorded)'])
  const again = await runEval({ ...wanted, models })
  const named = runs.map(({ results }) =>
    results.map((one) => ({ ...one, model: 'toy (recorded)' })),
  )
  expect(again.map(({ results }) => results)).toEqual(named)

  const variant = { name: 'v', why: '', descriptions: { findToys: 'Finds toys by colour.' } }
  const [, other] = await runEval({ ...wanted, variants: [variant], models })
  expect(new Set(other?.results.map(({ why }) => why))).toEqual(new Set([notRecorded]))
})

test('a description that costs more and chooses no better is shown as such', async () => {
  const { origin } = await serveOpenAi((prompt) => mixed[prompt] ?? words)
  const variant = {
    ...{ name: 'wordy', why: '' },
    descriptions: { findToys: 'Finds toys, and toys only, of every kind and colour there is.' },
  }
  const runs = await runEval({ ...wanted, variants: [variant], models: [openAi(origin)] })
  const { comparisons } = toReport(runs)
  expect(comparisons).toMatchObject([
    {
      ...{ variant: 'wordy', operation: 'findToys', cases: 3 },
      published: { right: 1, taken: 1 },
      other: { right: 1, taken: 1 },
      says: expect.stringMatching(/^wordy costs \d+ more and chooses no better$/),
    },
  ])
})
