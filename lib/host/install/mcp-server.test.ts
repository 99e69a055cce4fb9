import { expect, test } from 'vitest'
import type { ProfileId } from '../profiles'
import { type Asked, installAs, type Route, servePlugin } from '../testing'

const tool = {
  name: 'listToys',
  title: 'List the toys',
  description: 'Lists toys.',
  inputSchema: { type: 'object', properties: { color: { type: 'string' } } },
  annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: false },
}

type Speaking = {
  protocol?: string
  tools?: object[]
  prompts?: object[]
  needsToken?: boolean
  challenge?: string
}

/** A bare MCP server of the revisions of 2025. */
const speak =
  ({ protocol = '2025-11-25', tools = [tool], prompts, needsToken, challenge }: Speaking = {}) =>
  ({ body, headers }: Asked) => {
    if (needsToken && !headers.authorization) {
      return { status: 401, headers: challenge ? { 'www-authenticate': challenge } : {} }
    }
    const { id, method } = JSON.parse(body) as { id?: number; method: string }
    if (id === undefined) return { status: 202 }
    const answers: Record<string, object> = {
      initialize: {
        result: {
          protocolVersion: protocol,
          serverInfo: { name: 'toys' },
          instructions: 'Ask.',
          ...(prompts && { capabilities: { prompts: {} } }),
        },
      },
      'tools/list': { result: { tools } },
      ...(prompts && { 'prompts/list': { result: { prompts } } }),
    }
    const answer = answers[method] ?? { error: { code: -32601, message: 'Method not found' } }
    return { status: answers[method] ? 200 : 404, body: { jsonrpc: '2.0', id, ...answer } }
  }

const authorizationServer = (origin: string, change: object = {}) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  registration_endpoint: `${origin}/register`,
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['toys', 'offline_access'],
  ...change,
})

async function installFrom(profile: ProfileId, routes: (origin: string) => Record<string, Route>) {
  const served = await servePlugin(routes)
  return { ...served, ...(await installAs(profile, `${served.origin}/mcp`)) }
}

const guarded = (origin: string, changes: { resource?: object; server?: object } = {}) => ({
  '/mcp': speak({
    needsToken: true,
    challenge: `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource/mcp", scope="toys"`,
  }),
  '/.well-known/oauth-protected-resource/mcp': {
    resource: `${origin}/mcp`,
    authorization_servers: [origin],
    ...changes.resource,
  },
  '/.well-known/oauth-authorization-server': authorizationServer(origin, changes.server),
})

test('an open server is asked as ChatGPT asks, and its tools are there', async () => {
  const { installation, asked, codes } = await installFrom('chatgpt', () => ({ '/mcp': speak() }))
  expect(codes).toEqual(['unverified'])
  expect(installation).toMatchObject({
    kind: 'mcp',
    name: 'toys',
    descriptionForModel: 'Ask.',
    protocol: '2025-11-25',
    auth: { type: 'none' },
    operations: [{ name: 'listToys', hints: { readOnly: true, idempotent: null } }],
  })
  const methods = asked
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => JSON.parse(body).method)
  expect(methods).toEqual([
    'server/discover',
    'initialize',
    'notifications/initialized',
    'tools/list',
  ])
})

test('prompts that are named like tools are examples of them', async () => {
  const prompts = [
    { name: 'listToys', description: 'Red ones', _meta: { 'example-input': { color: 'red' } } },
    { name: 'other', description: 'Others', _meta: { 'example-input': {} } },
    { name: 'listToys', description: 'Without input' },
  ]
  const { installation } = await installFrom('claude', () => ({ '/mcp': speak({ prompts }) }))
  expect(installation?.operations[0]?.examples).toEqual([
    { prompt: 'Red ones', input: { color: 'red' } },
  ])
})

test('a guarded server says where tokens come from', async () => {
  const { installation, codes } = await installFrom('claude', (origin) => guarded(origin))
  expect(codes).toEqual(['unverified'])
  expect(installation?.operations).toEqual([])
  expect(installation?.auth).toMatchObject({
    type: 'oauth',
    scope: 'toys offline_access',
    server: { registrationUrl: expect.stringMatching(/\/register$/), takesDocuments: false },
  })
})

test.each<[string, ProfileId, (origin: string) => Record<string, Route>, string]>([
  ['that is a web page', 'chatgpt', () => ({ '/mcp': '<!doctype html>' }), 'no_mcp_server'],
  [
    'of another time',
    'chatgpt',
    () => ({ '/mcp': speak({ protocol: '1999-01-01' }) }),
    'no_protocol',
  ],
  [
    'that wants a token from nowhere',
    'claude',
    () => ({ '/mcp': speak({ needsToken: true }) }),
    'no_resource_metadata',
  ],
  [
    'whose metadata is of another resource',
    'claude',
    (origin) => guarded(origin, { resource: { resource: origin } }),
    'resource_differs',
  ],
  [
    'whose issuer is another',
    'chatgpt',
    (origin) => guarded(origin, { server: { issuer: `${origin}/` } }),
    'issuer_differs',
  ],
  [
    'without S256',
    'chatgpt',
    (origin) => guarded(origin, { server: { code_challenge_methods_supported: ['plain'] } }),
    'no_s256',
  ],
  [
    'without an authorization server',
    'chatgpt',
    (origin) => guarded(origin, { resource: { authorization_servers: [] } }),
    'no_authorization_server',
  ],
  [
    'whose metadata leads inward',
    'chatgpt',
    () => ({
      '/mcp': speak({
        needsToken: true,
        challenge: 'Bearer resource_metadata="http://169.254.169.254/x"',
      }),
    }),
    'no_resource_metadata',
  ],
])('a server %s is refused', async (_what, profile, routes, code) => {
  const { installation, problems } = await installFrom(profile, routes)
  expect([installation, problems.at(-1)?.code, problems.at(-1)?.severity]).toEqual([
    null,
    code,
    'refused',
  ])
})

test('ChatGPT sends back another resource as it is, and misses hints and a challenge', async () => {
  const resource = { resource: 'https://toys.example/' }
  const other = await installFrom('chatgpt', (origin) => guarded(origin, { resource }))
  expect(other.codes).toEqual(['resource_differs', 'unverified'])
  expect(other.installation?.auth).toMatchObject({ server: { resource: 'https://toys.example/' } })
  const bare = await installFrom('chatgpt', () => ({
    '/mcp': speak({ tools: [{ ...tool, annotations: {} }] }),
  }))
  expect(bare.codes).toEqual(['tool_hints', 'unverified'])
})

test('tools are read to the end, without those that cannot be called or are not the model’s', async () => {
  const bad = [
    { name: 'no input' },
    { ...tool, name: 'hidden', _meta: { ui: { visibility: ['app'] } } },
    { ...tool, name: 'a'.repeat(65) },
    tool,
  ]
  const endless = ({ body }: Asked) => {
    const { method } = JSON.parse(body) as { method: string }
    if (method !== 'tools/list')
      return speak()({ body, headers: {}, method: '', url: new URL('http://x') })
    return {
      body: { jsonrpc: '2.0', id: 1, result: { tools: bad, nextCursor: `${Math.random()}` } },
    }
  }
  const { installation, codes, asked } = await installFrom('claude', () => ({
    '/mcp': endless,
  }))
  expect(installation?.operations.map(({ name }) => name)).toEqual(['listToys'])
  expect(codes.filter((code) => code === 'tool_unusable')).toHaveLength(3)
  expect(asked.length).toBeLessThan(40)
})

test('a bomb of references is refused, also where each tool has only a part of it', async () => {
  const level = (to: string) => ({
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`p${index}`, { $ref: `#/$defs/${to}` }]),
    ),
  })
  const inputSchema = { ...level('B'), $defs: { B: level('C'), C: level('D'), D: {} } }
  const tools = Array.from({ length: 5 }, (_, index) => ({
    ...tool,
    name: `t${index}`,
    inputSchema,
  }))
  const { installation, codes } = await installFrom('chatgpt', () => ({ '/mcp': speak({ tools }) }))
  expect([installation, codes.includes('too_many_parts')]).toEqual([null, true])
})

test('what all pages of tools say together is bounded', async () => {
  const description = 'x'.repeat(300_000)
  let page = 0
  const routes = () => ({
    '/mcp': (asked: Asked) => {
      if (JSON.parse(asked.body).method !== 'tools/list') return speak()(asked)
      page += 1
      const result = { tools: [{ ...tool, name: `t${page}`, description }], nextCursor: `${page}` }
      return { body: { jsonrpc: '2.0', id: 1, result } }
    },
  })
  const { installation, codes } = await installFrom('chatgpt', routes)
  expect([installation, codes.includes('fetch_too_large')]).toEqual([null, true])
  expect(page).toBe(4)
})
