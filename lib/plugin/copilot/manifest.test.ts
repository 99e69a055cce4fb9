import { expect, it } from 'vitest'
import { z } from 'zod'
import { createCatalog } from '../catalog'
import { defineOperation } from '../operation'
import { type CopilotOptions, toCopilotManifest } from './manifest'

const text = z.string().describe('What')
const read = { effect: 'read', output: z.object({ text: z.string() }) } as const
const handler = async () => ({ text: '' })

const catalog = createCatalog({
  listNotes: defineOperation({
    ...read,
    route: 'GET /notes',
    scope: null,
    summary: 'List notes',
    description: 'Lists notes.',
    input: z.object({
      sort: z.enum(['new', 'old']).describe('Order').default('new'),
      words: z.array(z.string().max(9)).describe('Words').optional(),
    }),
    output: z.object({
      notes: z.array(z.object({ name: z.string(), cents: z.int().optional(), cur: z.string() })),
    }),
    card: { list: 'notes', title: 'name', facts: { Price: { cents: 'cents', currency: 'cur' } } },
    examples: [{ prompt: 'What is noted?', input: {} }],
    handler: async () => ({ notes: [] }),
  }),
  getNote: defineOperation({
    ...read,
    route: 'GET /notes/{text}',
    scope: 'email',
    summary: 'Get a note',
    description: 'Gets a note.',
    input: z.object({ text }),
    card: { title: 'text' },
    examples: [{ prompt: 'Show the first one', input: { text: 'a' } }],
    handler,
  }),
  dropNote: defineOperation({
    ...read,
    route: 'POST /notes/{text}/drop',
    scope: 'email',
    effect: 'destroy',
    summary: 'Drop a note',
    description: 'Drops a note.',
    input: z.object({ text, whyNow: text, more: text.optional() }),
    examples: [{ prompt: 'Drop it', input: { text: 'a', whyNow: 'b' } }],
    handler,
  }),
})

const about = {
  name: 'Notes',
  nameForModel: 'notes',
  descriptionForHuman: 'Notes.',
  descriptionForModel: 'Keeps notes.',
  contactEmail: 'a@notes.example',
  logoUrl: 'https://notes.example/logo.png',
  legalUrl: 'https://notes.example/legal',
  privacyUrl: 'https://notes.example/privacy',
}

const make = (options: Partial<CopilotOptions> = {}) =>
  toCopilotManifest({ catalog, origin: () => 'https://notes.example' }, about, {
    version: 'v2.4',
    runtime: 'openapi',
    referenceId: null,
    ...options,
  })

const capabilitiesOf = (name: string, options: Partial<CopilotOptions> = {}) =>
  make(options).functions.find((each) => each.name === name)?.capabilities

it('lets what is public run without an account, and the rest with the registered client', () => {
  expect(make({ referenceId: 'the-id' }).runtimes).toEqual([
    {
      type: 'OpenApi',
      auth: { type: 'None' },
      spec: { url: 'https://notes.example/copilot/openapi.json' },
      run_for_functions: ['listNotes'],
    },
    {
      type: 'OpenApi',
      auth: { type: 'OAuthPluginVault', reference_id: 'the-id' },
      spec: { url: 'https://notes.example/copilot/openapi.json' },
      run_for_functions: ['getNote', 'dropNote'],
    },
  ])
})

it('leaves a placeholder for Microsoft’s packing tool while no client is registered', () => {
  expect(make().runtimes[1]?.auth.reference_id).toMatch(/^\$\{\{[A-Z_]+\}\}$/)
})

it('over MCP names no function, so that the host asks the server for its tools', () => {
  const { functions, runtimes } = make({ runtime: 'mcp', referenceId: 'the-id' })
  expect(functions).toEqual([])
  expect(runtimes).toEqual([
    {
      type: 'RemoteMCPServer',
      auth: { type: 'OAuthPluginVault', reference_id: 'the-id' },
      spec: { url: 'https://notes.example/mcp' },
      run_for_functions: ['*'],
    },
  ])
})

it('tells parameters in the few words the manifest knows', () => {
  expect(make().functions[0]?.parameters).toEqual({
    type: 'object',
    properties: {
      sort: { type: 'string', enum: ['new', 'old'], default: 'new', description: 'Order' },
      words: { type: 'array', items: { type: 'string' }, description: 'Words' },
    },
  })
  expect(make().functions[2]?.parameters.required).toEqual(['text', 'whyNow'])
})

it('asks the person before a change, with what will be sent, and not before reading', () => {
  expect(capabilitiesOf('dropNote')?.confirmation).toEqual({
    type: 'AdaptiveCard',
    title: 'Drop a note',
    body:
      'Drops a note.\n* **Text**: {{function.parameters.text}}' +
      '\n* **Why now**: {{function.parameters.whyNow}}',
  })
  expect(capabilitiesOf('getNote')?.confirmation).toEqual({
    type: 'None',
    isNonConsequential: true,
  })
  expect(capabilitiesOf('getNote', { version: 'v2.3' })?.confirmation).toEqual({ type: 'None' })
})

it('says from 2.2 on whose data an operation reads or changes', () => {
  const handled = ['listNotes', 'getNote', 'dropNote'].map((name) => capabilitiesOf(name))
  expect(handled.map((each) => each?.security_info?.data_handling)).toEqual([
    ['GetPublicData'],
    ['GetPrivateData'],
    ['ResourceStateUpdate'],
  ])
  expect(capabilitiesOf('getNote', { version: 'v2.1' })).not.toHaveProperty('security_info')
})

it('shows the rows of a list, or the answer itself, as a card', () => {
  expect(capabilitiesOf('listNotes')?.response_semantics).toMatchObject({
    data_path: '$.notes',
    properties: { title: '$.name' },
  })
  expect(JSON.stringify(capabilitiesOf('listNotes'))).toMatch(/"\$when":"\$\{cents != null\}"/)
  expect(capabilitiesOf('getNote')?.response_semantics?.data_path).toBe('$')
  expect(capabilitiesOf('dropNote')).not.toHaveProperty('response_semantics')
})

it('starts conversations only with what needs no earlier answer', () => {
  expect(make().capabilities).toEqual({ conversation_starters: [{ text: 'What is noted?' }] })
})
