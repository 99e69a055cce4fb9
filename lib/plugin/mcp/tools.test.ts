import { expect, it } from 'vitest'
import { z } from 'zod'
import { createCatalog } from '../catalog'
import { defineOperation } from '../operation'
import { toyCatalog } from '../toy-catalog'
import { toolsOf, toTool } from './tools'
import { createToyClient, toyPlugin } from './toy-endpoint'

const { ask } = createToyClient()
const { body } = await ask('tools/list')
const [greet, note, getProfile] = body.result.tools

it('lists the tools in the order of the catalog, and the profile after them', () => {
  expect(body.result.tools.map(({ name }: { name: string }) => name)).toEqual([
    'greet',
    'note',
    'getProfile',
  ])
})

it('gives every tool a title, schemas, three explicit hints and its security twice', () => {
  for (const tool of body.result.tools) {
    expect(tool.title).toBeTypeOf('string')
    expect(tool.inputSchema.type).toBe('object')
    expect(tool.outputSchema.type).toBe('object')
    for (const hint of ['readOnlyHint', 'destructiveHint', 'openWorldHint']) {
      expect(tool.annotations[hint]).toBeTypeOf('boolean')
    }
    expect(tool._meta.securitySchemes).toEqual(tool.securitySchemes)
  }
})

it('takes the schema of the wire from the catalog', () => {
  expect(greet.inputSchema).toMatchObject({
    properties: { times: { type: 'integer', minimum: 1, maximum: 3 } },
    required: ['name'],
    additionalProperties: false,
  })
  expect(note.outputSchema).toEqual({
    type: 'object',
    properties: { length: { type: 'integer' }, by: { type: 'string' } },
    required: ['length', 'by'],
  })
})

it.each([
  ['read', { readOnlyHint: true, destructiveHint: false, openWorldHint: false }],
  ['write', { readOnlyHint: false, destructiveHint: false, openWorldHint: false }],
  ['destroy', { readOnlyHint: false, destructiveHint: true, openWorldHint: false }],
] as const)('derives the hints of a %s from its effect', (effect, hints) => {
  const [operation] = toyCatalog.operations
  if (!operation) throw new Error('the toy catalog is empty')
  expect(toTool({ ...operation, effect }).annotations).toEqual(hints)
})

it('says of a public tool that it works with and without an account', () => {
  expect(greet.securitySchemes).toEqual([{ type: 'noauth' }, { type: 'oauth2', scopes: [] }])
  expect(note.securitySchemes).toEqual([{ type: 'oauth2', scopes: ['email'] }])
})

it('says what a field of a result means where it first occurs', () => {
  const operation = defineOperation({
    route: 'GET /things',
    scope: null,
    effect: 'read',
    summary: 'Get',
    description: 'Gets.',
    input: z.object({}),
    output: z.object({ things: z.array(z.object({ id: z.string().describe('Identifies it') })) }),
    examples: [],
    handler: async () => ({ things: [] }),
  })
  const catalog = createCatalog({ first: operation, second: operation })
  const [first, second] = [...toolsOf(toyPlugin('https://toy.example', catalog)).values()]
  expect(JSON.stringify(first?.definition.outputSchema)).toContain('Identifies it')
  expect(second?.definition.outputSchema).toEqual({
    type: 'object',
    properties: {
      things: {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
      },
    },
    required: ['things'],
  })
})

it('offers the profile in the one shape that OpenAI takes', () => {
  expect(getProfile._meta['openai/profile']).toBe(true)
  expect(getProfile.annotations.readOnlyHint).toBe(true)
  expect(getProfile.inputSchema).toEqual({
    type: 'object',
    properties: {},
    additionalProperties: false,
  })
  expect(getProfile.outputSchema).toEqual({
    type: 'object',
    properties: {
      id: { type: 'string', minLength: 1, pattern: '\\S' },
      name: { type: 'string' },
      email: { type: 'string' },
      nickname: { type: 'string' },
    },
    required: ['id'],
    additionalProperties: false,
  })
})

it('tells name and email of the profile only to whom they were allowed', async () => {
  const profile = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` }
    return (await ask('tools/call', { name: 'getProfile' }, headers)).body.result.structuredContent
  }
  expect(await profile('all')).toEqual({ id: 'ada', name: 'Ada', email: 'a@b.example' })
  expect(await profile('none')).toEqual({ id: 'ada' })
  expect((await ask('tools/call', { name: 'getProfile' })).status).toBe(401)
})

it('has no profile where the plugin knows no accounts', () => {
  const { profile: _, ...plugin } = toyPlugin('https://toy.example')
  expect([...toolsOf(plugin).keys()]).toEqual(['greet', 'note'])
})
