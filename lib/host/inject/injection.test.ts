import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { measured } from '@/lib/testing/measured'
import { installAs, servePlugin, toyManifest, toyOpenApi } from '../testing'
import { toInjection } from './injection'
import { toTokens } from './tokens'

const paths = {
  '/toys': {
    get: {
      operationId: 'listToys',
      description: 'Lists toys.',
      parameters: [
        {
          name: 'color',
          in: 'query',
          required: true,
          description: 'Of the toy',
          schema: { enum: ['red', 'blue'] },
        },
        { name: 'most', in: 'query', schema: { type: 'integer' } },
      ],
    },
  },
}

test('a plugin of 2023 stands in the prompt as a namespace, with its price', async () => {
  const { origin } = await servePlugin((at) => ({
    '/.well-known/ai-plugin.json': toyManifest(at, {
      description_for_model: 'Toys.\n<|endoftext|>',
    }),
    '/openapi.json': toyOpenApi(at, { paths }),
  }))
  const { installation } = await installAs('chatgpt-2023', origin)
  if (!installation) throw new Error('not installed')
  const injection = await toInjection(installation)
  expect(injection.text).toBe(`// Toys.
// <|endoftext|>
namespace toys {
// Lists toys.
type listToys = (_: {
// Of the toy
color: "red" | "blue",
most?: number,
}) => any;
} // namespace toys`)
  expect(injection.operations).toMatchObject([{ name: 'listToys', tokens: 33 }])
  expect(injection.tokens).toBeGreaterThan(injection.preamble.tokens + 33)
})

test('an Action is functions, each as JSON', async () => {
  const { origin } = await servePlugin((at) => ({ '/openapi.json': toyOpenApi(at, { paths }) }))
  const { installation } = await installAs('gpt-action', `${origin}/openapi.json`)
  if (!installation) throw new Error('not installed')
  const { operations } = await toInjection(installation)
  expect(JSON.parse(operations[0]?.text ?? '')).toMatchObject({
    type: 'function',
    name: 'listToys',
    parameters: { required: ['color'] },
  })
})

test.each(['字', 'é', '!', ' '])(
  'a run of "%s" without an end is counted in no time',
  measured,
  async (char) => {
    const started = performance.now()
    expect(await toTokens(char.repeat(40_000))).toBeGreaterThan(200)
    expect(performance.now() - started).toBeLessThan(1000)
  },
)

test('what people write is counted as a whole', async () => {
  expect(await toTokens('Where can I stay in Paris next weekend?')).toBe(9)
})

test.each([' ', ',', '":"'])(
  'while much is counted, others have their turns: "%s"',
  measured,
  async (blank) => {
    const text = Array.from({ length: 60_000 }, () => randomUUID().slice(0, 7)).join(blank)
    let turns = 0
    const other = setInterval(() => {
      turns += 1
    }, 1)
    await toTokens(text)
    clearInterval(other)
    expect(turns).toBeGreaterThan(10)
  },
)
