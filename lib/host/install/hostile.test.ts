import { expect, test } from 'vitest'
import { serveHttp } from '@/lib/outbound/testing'
import { measured } from '@/lib/testing/measured'
import { install } from '../install'
import { profiles } from '../profiles'
import { installAs, type Route, servePlugin, testWire, toyManifest, toyOpenApi } from '../testing'

const openApiOf = (text: Route) => (origin: string) => ({
  '/.well-known/ai-plugin.json': toyManifest(origin),
  '/openapi.json': text,
})
const manifestOf = (route: Route) => () => ({ '/.well-known/ai-plugin.json': route })
const withSchemas = (schemas: object, ref: string) =>
  openApiOf(
    toyOpenApi('http://localhost', {
      components: { schemas },
      paths: {
        '/x': {
          post: {
            operationId: 'x',
            requestBody: { content: { 'application/json': { schema: { $ref: ref } } } },
          },
        },
      },
    }),
  )

const bomb = Object.fromEntries(
  Array.from({ length: 12 }, (_, level) => [
    `L${level}`,
    {
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [
          `p${index}`,
          { $ref: `#/components/schemas/L${level + 1}` },
        ]),
      ),
    },
  ]),
)
const chain = Object.fromEntries(
  Array.from({ length: 5000 }, (_, index) => [
    `C${index}`,
    { $ref: `#/components/schemas/C${index + 1}` },
  ]),
)
const manyOperations = Object.fromEntries(
  Array.from({ length: 10_000 }, (_, index) => [
    `/p${index}`,
    { get: { operationId: `o${index}` } },
  ]),
)
const aliases = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
for (let level = 1; level < 9; level += 1) {
  const before = String.fromCharCode(96 + level)
  const name = String.fromCharCode(97 + level)
  aliases.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(',')}]`)
}
const nested = (open: string, close: string) => open.repeat(50_000) + close.repeat(50_000)

test.each<[string, (origin: string) => Record<string, Route>, string]>([
  ['a manifest that is not there', () => ({}), 'fetch_status'],
  ['a manifest behind a failing server', manifestOf(() => ({ status: 500 })), 'fetch_status'],
  ['a web page', manifestOf('<!doctype html><title>Home</title>'), 'html_instead'],
  ['a huge manifest', manifestOf('x'.repeat(200_000)), 'fetch_too_large'],
  ['bytes that are no text', manifestOf('{"a":"\0"}'), 'not_text'],
  ['half a manifest', manifestOf('{"schema_version": "v1",'), 'not_json'],
  ['a list', manifestOf('[]'), 'not_object'],
  ['an empty text', manifestOf(''), 'not_json'],
  [
    'prototype keys',
    manifestOf('{"schema_version":"v1","__proto__":{"admin":true}}'),
    'hostile_key',
  ],
  ['nested arrays', manifestOf(`{"a":${nested('[', ']').slice(25_000, 75_000)}}`), 'too_deep'],
  [
    'a redirect to itself',
    manifestOf(({ url }) => ({ status: 302, headers: { location: url.href } })),
    'redirect_refused',
  ],
  [
    'a redirect elsewhere',
    manifestOf(() => ({ status: 302, headers: { location: 'https://evil.example/' } })),
    'redirect_refused',
  ],
  [
    'a redirect inward',
    manifestOf(() => ({ status: 307, headers: { location: 'http://169.254.169.254/' } })),
    'redirect_refused',
  ],
  [
    'an API on another domain',
    (origin) => ({
      '/.well-known/ai-plugin.json': toyManifest(origin, {
        api: { type: 'openapi', url: 'https://evil.example/o.json' },
      }),
    }),
    'api_domain',
  ],
  [
    'a manifest that names itself as its API',
    (origin) => ({
      '/.well-known/ai-plugin.json': toyManifest(origin, {
        api: { type: 'openapi', url: `${origin}/.well-known/ai-plugin.json` },
      }),
    }),
    'openapi_version',
  ],
  [
    '10,000 operations',
    openApiOf(toyOpenApi('http://localhost', { paths: manyOperations })),
    'too_many_operations',
  ],
  ['a bomb of references', withSchemas(bomb, '#/components/schemas/L0'), 'too_many_parts'],
  ['a chain of references', withSchemas(chain, '#/components/schemas/C0'), 'too_deep'],
  [
    'prototype keys in OpenAPI',
    openApiOf('{"openapi":"3.1.0","paths":{"__proto__":{}}}'),
    'hostile_key',
  ],
  [
    'prototype keys in YAML',
    openApiOf('openapi: 3.1.0\n__proto__:\n  admin: true\n'),
    'hostile_key',
  ],
  ['a bomb of aliases', openApiOf(`openapi: 3.0.0\n${aliases.join('\n')}\n`), 'yaml_aliases'],
  ['nested brackets in YAML', openApiOf(`a: ${nested('[', ']')}`), 'too_deep'],
  ['nested lists in YAML', openApiOf(`a:\n  ${'- '.repeat(50_000)}x`), 'not_yaml'],
  [
    'a stray control character',
    openApiOf('openapi: 3.0.1\ninfo: {title: "a\u0080b"}\n'),
    'control_character',
  ],
  ['broken YAML', openApiOf('openapi: 3.0.1\n  info: {title: a\n'), 'not_yaml'],
  [
    'a megabyte of YAML',
    openApiOf(`openapi: 3.0.1\nx: [${'a,'.repeat(600_000)}]`),
    'fetch_too_large',
  ],
  ['much YAML', openApiOf(`openapi: 3.0.1\nx: [${'a,'.repeat(400_000)}]`), 'too_many_parts'],
  ['YAML that is wrong everywhere', openApiOf(`a: ${'{?a}'.repeat(240_000)}`), 'too_many_parts'],
  [
    'a long text that is referred to everywhere',
    withSchemas(
      {
        Long: { type: 'string', description: 'x'.repeat(500_000) },
        All: { allOf: Array(9000).fill({ $ref: '#/components/schemas/Long' }) },
      },
      '#/components/schemas/All',
    ),
    'too_many_parts',
  ],
])('%s is refused for what it is', measured, async (_what, routes, code) => {
  const { origin } = await servePlugin(routes)
  const started = performance.now()
  const { installation, problems } = await installAs('chatgpt-2023', origin)
  expect(installation).toBeNull()
  expect(problems.filter(({ severity }) => severity === 'refused').map((one) => one.code)).toEqual([
    code,
  ])
  expect(performance.now() - started).toBeLessThan(5000)
  expect(Object.prototype).not.toHaveProperty('admin')
})

test('a manifest that drips is left when the host would leave it', async () => {
  const { port } = await serveHttp((_request, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  })
  const hasty = profiles['chatgpt-2023']
  const profile = { ...hasty, fetching: { ...hasty.fetching, timeoutMs: 300 } }
  const { installation, problems } = await install(`localhost:${port}`, {
    profile,
    wire: testWire(),
  })
  expect([installation, problems.map(({ code }) => code)]).toEqual([null, ['fetch_timeout']])
})

test.each([
  ['', 'address_unusable'],
  ['no such thing', 'address_unusable'],
  ['http://example.com', 'api_http'],
  ['https://10.0.0.1', 'address_blocked'],
  ['https://user@example.com', 'address_unusable'],
  ['https://example.com:8443', 'address_unusable'],
  ['file:///etc/passwd', 'address_unusable'],
  ['x'.repeat(3000), 'address_unusable'],
])('nothing is fetched for "%.40s"', async (address, code) => {
  const { installation, codes, wire } = await installAs('chatgpt-2023', address)
  expect([installation, codes]).toEqual([null, [code]])
  expect(wire.steps.every(({ response }) => response === null)).toBe(true)
})

test('a schema that contains itself is cut by a plugin host and refused by the Actions importer', async () => {
  const schemas = {
    Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
  }
  const node = { schema: { $ref: '#/components/schemas/Node' } }
  const requestBody = { content: { 'application/json': node } }
  const paths = { '/nodes': { post: { operationId: 'addNode', requestBody } } }
  const { origin } = await servePlugin((at) => ({
    '/.well-known/ai-plugin.json': toyManifest(at),
    '/openapi.json': toyOpenApi(at, { components: { schemas }, paths }),
  }))
  const asPlugin = await installAs('chatgpt-2023', origin)
  expect(asPlugin.installation?.operations).toHaveLength(1)
  expect(asPlugin.codes).toContain('circular')
  const asAction = await installAs('gpt-action', `${origin}/openapi.json`)
  expect(asAction.installation).toBeNull()
  expect(asAction.problems.find(({ code }) => code === 'circular')?.asHostSays).toBe(
    'Components section contains a circular dependency',
  )
})
