import { expect, test } from 'vitest'
import { fillIn } from '../copilot/words'
import { installAs, servePlugin, toyOpenApi } from '../testing'

const listToys = { name: 'listToys', description: 'Lists what there is to play with.' }
const addToy = {
  name: 'addToy',
  parameters: { type: 'object', properties: { name: { type: 'string' } } },
  capabilities: {
    confirmation: {
      ...{ type: 'AdaptiveCard', title: 'Add a toy' },
      body: 'It is called {{function.parameters.name}}.',
    },
  },
}
const open = { type: 'OpenApi', auth: { type: 'None' }, spec: { url: 'openapi.json' } }
const vault = { type: 'OAuthPluginVault', reference_id: 'a-reference' }

/** A manifest that nothing is wrong with, of one function that anybody may call, and one that is signed in. */
const manifest = (change: object = {}) => ({
  $schema: 'https://developer.microsoft.com/json-schemas/copilot/plugin/v2.4/schema.json',
  ...{ schema_version: 'v2.4', name_for_human: 'Toys', namespace: 'toys' },
  ...{ description_for_human: 'Toys for everybody.', description_for_model: 'Toys.' },
  functions: [listToys, addToy],
  runtimes: [
    { ...open, run_for_functions: ['listToys'] },
    { ...open, auth: vault, run_for_functions: ['addToy'] },
  ],
  ...change,
})

const flow = {
  authorizationUrl: 'https://a.example/in',
  tokenUrl: 'https://a.example/token',
  scopes: {},
}
const name = { type: 'object', properties: { name: { type: 'string' } } }
const openApi = (origin: string) =>
  toyOpenApi(origin, {
    openapi: '3.0.3',
    components: {
      schemas: {},
      securitySchemes: { in: { type: 'oauth2', flows: { authorizationCode: flow } } },
    },
    paths: {
      '/toys': {
        get: { operationId: 'listToys', summary: 'List' },
        post: {
          ...{ operationId: 'addToy', summary: 'Add' },
          requestBody: { content: { 'application/json': { schema: name } } },
        },
      },
    },
  })

async function installing(change: object | string) {
  const { origin } = await servePlugin((at) => ({
    '/agent/ai-plugin.json': typeof change === 'string' ? change : manifest(change),
    '/agent/openapi.json': openApi(at),
    '/other.json': openApi(at),
  }))
  return { origin, ...(await installAs('copilot', `${origin}/agent/ai-plugin.json`)) }
}

test('what a manifest names is installed, as the manifest has it', async () => {
  const { origin, installation, codes } = await installing({})
  expect(codes).toEqual(['unverified'])
  expect(installation).toMatchObject({
    ...{ kind: 'openapi', address: `${origin}/agent/ai-plugin.json`, server: origin },
    ...{ name: 'Toys', nameForModel: 'toys', descriptionForModel: 'Toys.' },
    auth: { type: 'oauth', tokenUrl: flow.tokenUrl },
    operations: [
      { ...listToys, method: 'GET', isOpen: true },
      { name: 'addToy', description: 'Add', isOpen: false, inputSchema: addToy.parameters },
    ],
  })
  const asks = installation?.operations[1]?.asks
  expect(fillIn(asks?.body ?? '', { name: 'Kite' })).toBe('It is called Kite.')
  expect(fillIn('Sure?\n* **Name**: {{function.parameters.name}}', { name: '**x**' })).toBe(
    'Sure?\n• Name: **x**',
  )
  expect(fillIn('{{function.parameters.constructor}}', {})).toBe('')
})

test('a manifest that lists no functions has those of its document', async () => {
  const { installation, codes } = await installing({ functions: undefined, runtimes: [open] })
  expect(codes).toEqual(['unverified'])
  expect(installation?.operations.map(({ name }) => name)).toEqual(['listToys', 'addToy'])
  expect(installation?.auth).toEqual({ type: 'none' })
})

test('a GET that is told to be free may be allowed always; a write may not', async () => {
  const free = { capabilities: { confirmation: { type: 'None', isNonConsequential: true } } }
  const { installation } = await installing({
    functions: [
      { ...listToys, ...free },
      { ...addToy, ...free },
    ],
  })
  const told = installation?.operations.map(({ isConsequential }) => isConsequential)
  expect(told).toEqual([false, null])
})

test.each<[string, object, string]>([
  ['a version of the past', { schema_version: 'v2' }, 'agent_version'],
  ['that of a plugin of 2023', { schema_version: 'v1' }, 'agent_version'],
  ['no name', { name_for_human: '' }, 'agent_field'],
  ['a namespace with a blank', { namespace: 'my toys' }, 'agent_field'],
  ['a member of its own', { vendor: 1 }, 'agent_unknown'],
  ['a member that no function has', { functions: [{ ...listToys, path: '/' }] }, 'agent_unknown'],
  [
    'a text of 5 K',
    { functions: [{ ...listToys, description: 'x'.repeat(5000) }] },
    'agent_text_too_long',
  ],
  ['functions that are no list', { functions: {} }, 'agent_field'],
  ['a function twice', { functions: [listToys, listToys] }, 'agent_field'],
  ['a function without a name', { functions: [{ description: 'x' }] }, 'agent_field'],
  [
    'a card of another kind',
    { functions: [{ ...listToys, capabilities: { confirmation: { type: 'Card' } } }] },
    'agent_field',
  ],
  ['no runtime', { runtimes: [] }, 'agent_runtime'],
  ['an MCP server only', { runtimes: [{ ...open, type: 'RemoteMCPServer' }] }, 'agent_runtime'],
  ['no document', { runtimes: [{ ...open, spec: {} }] }, 'agent_field'],
  [
    'a document that is none of the web',
    { runtimes: [{ ...open, spec: { url: 'file:///etc/passwd' } }] },
    'agent_field',
  ],
  [
    'a document that is not there',
    { runtimes: [{ ...open, spec: { url: '/gone.json' } }] },
    'fetch_status',
  ],
  [
    'a sign-in that nobody knows',
    { runtimes: [{ ...open, auth: { type: 'Basic' } }] },
    'agent_field',
  ],
  [
    'a vault without a reference',
    { runtimes: [{ ...open, auth: { type: 'OAuthPluginVault' } }] },
    'agent_field',
  ],
  ['a member that no runtime has', { runtimes: [{ ...open, url: '/' }] }, 'agent_unknown'],
  ['functions that no operation is', { functions: [{ name: 'sellToy' }] }, 'no_operations'],
])('a manifest with %s is refused', async (_what, change, code) => {
  const { installation, problems } = await installing(change)
  const refused = problems.filter(({ severity }) => severity === 'refused')
  expect([installation, refused.map((one) => one.code)]).toEqual([null, [code]])
})

test.each<[string, object, string]>([
  ['a function too many', { functions: [listToys, { name: 'sellToy' }] }, 'agent_function_unknown'],
  [
    'a function that nothing runs',
    { functions: [listToys, addToy], runtimes: [{ ...open, run_for_functions: ['listToys'] }] },
    'agent_function_idle',
  ],
  ['a parameter too many', { functions: [{ ...addToy, name: 'listToys' }] }, 'agent_parameter'],
  [
    'an MCP server, too',
    { runtimes: [open, { ...open, type: 'RemoteMCPServer' }] },
    'agent_runtime_other',
  ],
  [
    'a second document',
    { runtimes: [open, { ...open, spec: { url: '/other.json' } }] },
    'agent_documents',
  ],
  ['a long name', { name_for_human: 'Toys for each and everybody' }, 'agent_text_cut'],
  [
    'a placeholder',
    { runtimes: [{ ...open, auth: { ...vault, reference_id: '$' + '{{TOYS}}' } }] },
    'agent_reference',
  ],
  [
    'a key that nothing describes',
    { runtimes: [{ ...open, auth: { ...vault, type: 'ApiKeyPluginVault' } }] },
    'agent_auth',
  ],
])('a manifest with %s is taken, and told of', async (_what, change, code) => {
  const { installation, codes } = await installing(change)
  expect(installation?.operations.length).toBeGreaterThan(0)
  expect(codes).toEqual([code, 'unverified'])
})

test('what only looks like a manifest is read as what it is', async () => {
  const { origin } = await servePlugin((at) => ({
    '/openapi.json': { ...openApi(at), schema_version: 'v2.4' },
    '/ai-plugin.json': manifest(),
  }))
  expect((await installAs('copilot', `${origin}/openapi.json`)).installation?.name).toBe('Toys')
  const { installation, codes } = await installAs('gpt-action', `${origin}/ai-plugin.json`)
  expect([installation, codes]).toEqual([null, ['openapi_version']])
  expect((await installing('{"schema_version": ')).codes).toEqual(['not_json'])
})
