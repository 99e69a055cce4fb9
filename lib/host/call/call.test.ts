import { expect, test } from 'vitest'
import { measured } from '@/lib/testing/measured'
import type { Installation } from '../installation'
import type { JsonObject } from '../json'
import type { Tokens } from '../link/tokens'
import type { ProfileId } from '../profiles'
import type { Registration } from '../registration'
import {
  type Asked,
  actAs,
  installAs,
  type Route,
  servePlugin,
  toyManifest,
  toyOpenApi,
} from '../testing'
import { callOperation } from './call'

const traits = {
  conversationId: '1c7fd0c7-5b4b-5b0e-9d3b-0d6f6f1a2b3c',
  ephemeralUserId: '2c7fd0c7-5b4b-5b0e-9d3b-0d6f6f1a2b3c',
  subdivision: 'US-CA',
  gptId: 'g-0123456789abcdef0123456789abcdef',
  locale: 'en-US',
  location: null,
  subject: 'somebody',
}

const paths = {
  '/boxes/{box}/toys': {
    get: {
      operationId: 'listToys',
      parameters: [
        { name: 'box', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'colors', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
        {
          name: 'sizes',
          in: 'query',
          explode: false,
          schema: { type: 'array', items: { type: 'integer' } },
        },
      ],
    },
    post: {
      operationId: 'addToy',
      parameters: [{ name: 'box', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: {
        content: {
          'application/json': {
            schema: { type: 'object', properties: { name: { type: 'string' } } },
          },
        },
      },
    },
  },
}

type Setting = {
  profile?: ProfileId
  robots?: Route
  registration?: Registration
  tokens?: Tokens
  auth?: Installation['auth']
  token?: Route
}

/** A plugin whose one path answers with `route`, and a way to call it. */
async function prepare(route: Route, setting: Setting = {}) {
  const profile = setting.profile ?? 'chatgpt-2023'
  const served = await servePlugin((origin) => ({
    '/.well-known/ai-plugin.json': toyManifest(origin),
    '/openapi.json': toyOpenApi(origin, { paths }),
    '/boxes/a%20b/toys': route,
    ...(setting.token && { '/token': setting.token }),
    ...(setting.robots && { '/robots.txt': setting.robots }),
  }))
  const address = profile === 'chatgpt-2023' ? served.origin : `${served.origin}/openapi.json`
  const { installation } = await installAs(profile, address)
  if (!installation) throw new Error('not installed')
  if (setting.auth) installation.auth = setting.auth
  served.asked.length = 0
  const waits: number[] = []
  const acting = actAs(profile)
  const call = async (name: string, input: JsonObject) => {
    const operation = installation.operations.find((one) => one.name === name)
    if (!operation) throw new Error(name)
    return callOperation(
      {
        ...{ installation, operation, input, traits },
        registration: setting.registration ?? { type: 'none' },
        tokens: setting.tokens ?? null,
        pause: async (milliseconds) => void waits.push(milliseconds),
      },
      acting,
    )
  }
  const calls = () => served.asked.filter(({ url }) => url.pathname.startsWith('/boxes'))
  return { ...served, installation, acting, call, calls, waits }
}

const box = { box: 'a b' }

test('path, query and headers are built as ChatGPT built them', async () => {
  const { call, calls } = await prepare({ toys: [{ url: 'https://toys.example/1' }] })
  const { outcome } = await call('listToys', {
    ...box,
    colors: ['red', 'dark blue'],
    sizes: [1, 2],
  })
  expect(outcome).toMatchObject({
    status: 'answered',
    httpStatus: 200,
    isError: false,
    data: { toys: [{ url: 'https://toys.example/1' }] },
    links: ['https://toys.example/1'],
  })
  const [sent] = calls()
  expect(sent?.url.search).toBe('?colors=red&colors=dark+blue&sizes=1%2C2')
  expect(sent?.headers).toMatchObject({
    'openai-conversation-id': traits.conversationId,
    'openai-ephemeral-user-id': traits.ephemeralUserId,
    'openai-subdivision-1-iso-code': 'US-CA',
    'content-type': 'application/json',
    'user-agent': 'Python/3.9 aiohttp/3.8.4',
  })
  expect(sent?.headers).not.toHaveProperty('openai-gpt-id')
  expect(sent?.headers).not.toHaveProperty('authorization')
})

test('a GPT names itself and not the place', async () => {
  const { call, calls } = await prepare({}, { profile: 'gpt-action' })
  await call('addToy', { ...box, name: 'Bear' })
  expect(calls()[0]?.headers).toMatchObject({ 'openai-gpt-id': traits.gptId })
  expect(calls()[0]?.headers).not.toHaveProperty('openai-subdivision-1-iso-code')
  expect(JSON.parse(calls()[0]?.body ?? '')).toEqual({ name: 'Bear' })
})

test.each([{}, { box: '' }, { box: '..' }, { box: '.' }])(
  'the address is never bent by %j',
  async (input) => {
    const { call, calls } = await prepare({})
    expect((await call('listToys', input)).outcome).toMatchObject({
      status: 'failed',
      code: 'input_missing',
    })
    expect(calls()).toEqual([])
  },
)

const key = (scheme: 'bearer' | 'basic' | 'header') =>
  ({
    auth: {
      type: 'key',
      whose: 'service',
      scheme,
      header: scheme === 'header' ? 'X-Key' : null,
      verificationToken: null,
    },
    registration: { type: 'key', key: 'the key of the tests' },
  }) as const

test.each([
  ['bearer', 'authorization', 'Bearer the key of the tests'],
  ['basic', 'authorization', `Basic ${Buffer.from('the key of the tests').toString('base64')}`],
  ['header', 'x-key', 'the key of the tests'],
] as const)('a key is sent by %s, and covered in the steps', async (scheme, header, value) => {
  const { call, calls, acting } = await prepare({}, key(scheme))
  await call('listToys', box)
  expect(calls()[0]?.headers[header]).toBe(value)
  const told = JSON.stringify(acting.wire.steps)
  expect(told).not.toContain('the key of the tests')
  expect(told).not.toContain(Buffer.from('the key of the tests').toString('base64'))
})

test.each<[string, Route, object]>([
  [
    'an error of its own',
    () => ({ status: 409, body: { code: 'sold' } }),
    { status: 'answered', isError: true, httpStatus: 409 },
  ],
  [
    'more than 100,000 characters',
    'x'.repeat(100_001),
    { status: 'failed', code: 'answer_too_long' },
  ],
  [
    'more bytes than that can be',
    'x'.repeat(500_000),
    { status: 'failed', code: 'answer_too_long' },
  ],
  [
    'a redirect',
    () => ({ status: 302, headers: { location: 'https://elsewhere.example/' } }),
    { status: 'failed', code: 'redirected' },
  ],
  ['a request to link', () => ({ status: 401 }), { status: 'link_needed' }],
  [
    'a request for more',
    () => ({
      status: 403,
      headers: {
        'www-authenticate': 'Bearer error="insufficient_scope", scope="toys:write toys:read"',
      },
    }),
    { status: 'more_scope_needed', scopes: ['toys:write', 'toys:read'] },
  ],
  ['a web page', '<!doctype html><script>alert(1)</script>', { status: 'answered', data: null }],
])('an answer with %s is what the host makes of it', async (_what, route, outcome) => {
  const { call } = await prepare(route)
  expect((await call('listToys', box)).outcome).toMatchObject(outcome)
})

test('100,000 characters are not too many', async () => {
  const { call } = await prepare('é'.repeat(100_000))
  expect((await call('listToys', box)).outcome).toMatchObject({ status: 'answered' })
})

const failing = (status: number, times: number, headers: Record<string, string> = {}) => {
  let count = 0
  return () => {
    count += 1
    return count <= times ? { status, headers } : { body: { count } }
  }
}

test('a busy plugin is asked again when it says, and at most ten times', async () => {
  const patient = await prepare(failing(429, 2, { 'retry-after': '3' }))
  expect((await patient.call('listToys', box)).outcome).toMatchObject({ data: { count: 3 } })
  expect(patient.waits).toEqual([3000, 3000])
  const endless = await prepare(failing(429, 99, { 'retry-after': '1' }))
  expect((await endless.call('listToys', box)).outcome).toMatchObject({
    status: 'failed',
    code: 'busy',
  })
  expect(endless.calls()).toHaveLength(11)
  const late = await prepare(failing(429, 99, { 'retry-after': '3600' }))
  expect((await late.call('listToys', box)).outcome).toMatchObject({ code: 'busy' })
  expect(late.waits).toEqual([])
})

test('a failed read is made again, slower and slower; a failed write is not', async () => {
  const { call, waits, calls } = await prepare(failing(500, 3))
  expect((await call('listToys', box)).outcome).toMatchObject({ data: { count: 4 } })
  expect(waits).toEqual([500, 1000, 2000])
  calls().length = 0
  const writing = await prepare(failing(500, 3))
  expect((await writing.call('addToy', box)).outcome).toMatchObject({
    isError: true,
    httpStatus: 500,
  })
  expect(writing.calls()).toHaveLength(1)
})

test('robots.txt is respected for ChatGPT-User', async () => {
  const shut = await prepare({}, { robots: 'User-agent: ChatGPT-User\nDisallow: /boxes' })
  expect((await shut.call('listToys', box)).outcome).toMatchObject({ code: 'robots' })
  expect(shut.calls()).toEqual([])
  const open = await prepare(
    {},
    { robots: 'User-agent: *\nDisallow: /\n\nUser-agent: ChatGPT-User\nDisallow:' },
  )
  expect((await open.call('listToys', box)).outcome).toMatchObject({ status: 'answered' })
})

test('a robots.txt without an end is read as none', measured, async () => {
  const robots = `User-agent: *\nDisallow: /\n${`Disallow: /${'*a'.repeat(500)}\n`.repeat(490)}`
  const { call } = await prepare({}, { robots })
  const started = performance.now()
  const { outcome } = await call('listToys', { ...box, colors: ['a'.repeat(1900)] })
  expect(outcome).toMatchObject({ status: 'answered' })
  expect(performance.now() - started).toBeLessThan(1000)
})

test('an address that nobody can send is not held against robots.txt first', async () => {
  const robots = `User-agent: *\nDisallow: /${'*a'.repeat(100_000)}`
  const { call, asked } = await prepare({}, { robots })
  const started = performance.now()
  const { outcome } = await call('listToys', { ...box, colors: ['a'.repeat(90_000)] })
  expect(outcome).toMatchObject({ status: 'failed', code: 'request_too_long' })
  expect([asked, performance.now() - started < 1000]).toEqual([[], true])
})

test.each([
  '['.repeat(40_000) + ']'.repeat(40_000),
  `${'{"a":'.repeat(10_000)}0${'}'.repeat(10_000)}`,
])('an answer that is nested without an end is a text: %.5s', async (text) => {
  const { call } = await prepare(text)
  const { outcome } = await call('listToys', box)
  expect(outcome).toMatchObject({ status: 'answered', data: null, text })
  expect(JSON.stringify(outcome)).toContain('answered')
})

test('a plugin that is gone is told as such', async () => {
  const { call, installation } = await prepare({})
  installation.server = 'http://localhost:1'
  expect((await call('listToys', box)).outcome).toMatchObject({
    status: 'failed',
    code: 'unreachable',
  })
  installation.server = 'https://169.254.169.254'
  expect((await call('listToys', box)).outcome).toMatchObject({ status: 'failed', code: 'blocked' })
})

const client: Registration = {
  ...{ type: 'client', by: 'given', clientId: 'id', clientSecret: 'secret of the client' },
  ...{ tokenAuth: 'post', typed: null },
}
const old: Tokens = {
  access: 'old-access-token',
  refresh: 'old-refresh-token',
  expiresAt: null,
  scope: null,
}
const onlyNew = ({ headers }: Asked) =>
  headers.authorization === 'Bearer new-access-token' ? { body: { ok: true } } : { status: 401 }

const linked = (origin: string): Installation['auth'] => ({
  type: 'oauth',
  authorizeUrl: `${origin}/authorize`,
  tokenUrl: `${origin}/token`,
  scope: '',
  tokenContentType: 'application/json',
  verificationToken: null,
  server: null,
})

test.each([
  ['refused', null],
  ['expired', '2020-01-01T00:00:00.000Z'],
])('a token that is %s is renewed once, and the call made', async (_what, expiresAt) => {
  const token = { access_token: 'new-access-token', token_type: 'bearer', expires_in: 59 }
  const plugin = await prepare(onlyNew, {
    registration: client,
    tokens: { ...old, expiresAt },
    token,
  })
  plugin.installation.auth = linked(plugin.origin)
  const { outcome, tokens } = await plugin.call('listToys', box)
  expect(outcome).toMatchObject({ status: 'answered', data: { ok: true } })
  expect(tokens).toMatchObject({ access: 'new-access-token', refresh: 'old-refresh-token' })
  expect(plugin.calls()).toHaveLength(expiresAt ? 1 : 2)
})

test('a token that nobody renews ends in linking again', async () => {
  const token = () => ({ status: 400, body: { error: 'invalid_grant' } })
  const plugin = await prepare(onlyNew, { registration: client, tokens: old, token })
  plugin.installation.auth = linked(plugin.origin)
  expect(await plugin.call('listToys', box)).toMatchObject({
    outcome: { status: 'link_needed' },
    tokens: null,
  })
})

test('a token endpoint that is down costs nobody their link', async () => {
  const token = () => ({ status: 503 })
  const plugin = await prepare(onlyNew, { registration: client, tokens: old, token })
  plugin.installation.auth = linked(plugin.origin)
  expect(await plugin.call('listToys', box)).toMatchObject({
    outcome: { status: 'failed', code: 'not_renewed' },
    tokens: old,
  })
})
