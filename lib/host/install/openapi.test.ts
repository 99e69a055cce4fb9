import { expect, test } from 'vitest'
import type { ProfileId } from '../profiles'
import { installAs, servePlugin, toyManifest, toyOpenApi } from '../testing'

/** As an Action, from a document that differs from a good one in `change`. */
async function importing(
  change: object | ((origin: string) => object),
  profile: ProfileId = 'gpt-action',
) {
  const { origin } = await servePlugin((at) => ({
    '/openapi.json': toyOpenApi(at, typeof change === 'function' ? change(at) : change),
  }))
  return { origin, ...(await installAs(profile, `${origin}/openapi.json`)) }
}

const operation = (change: object, path = '/toys') => ({
  paths: { [path]: { get: { operationId: 'listToys', ...change } } },
})
const list = { operationId: 'listToys' }
const body = (schema: object) => ({ requestBody: { content: { 'application/json': { schema } } } })

test('a good document is imported without a word but the warning', async () => {
  const { installation, codes } = await importing({})
  expect(codes).toEqual(['unverified'])
  expect(installation).toMatchObject({
    kind: 'openapi',
    name: 'Toys',
    auth: { type: 'none' },
    operations: [{ name: 'listToys', method: 'GET', path: '/toys', description: 'List the toys' }],
  })
})

test.each<[string, object, string, string | null]>([
  [
    '3.0',
    { openapi: '3.0.3' },
    'openapi_version',
    "('openapi',): Input should be '3.1.1' or '3.1.0'",
  ],
  [
    'Swagger',
    { openapi: undefined, swagger: '2.0' },
    'openapi_version',
    "('openapi',): Input should be '3.1.1' or '3.1.0'",
  ],
  [
    'no component schemas',
    { components: {} },
    'components_schemas',
    'In components section, schemas subsection is not an object',
  ],
  [
    'a long description',
    operation({ description: 'x'.repeat(321) }),
    'description_too_long',
    'listToys: description has length 321 exceeding limit of 300',
  ],
  [
    '31 operations',
    {
      paths: Object.fromEntries(
        Array.from({ length: 31 }, (_, n) => [`/p${n}`, { get: { operationId: `o${n}` } }]),
      ),
    },
    'too_many_operations',
    'OpenAPI spec can have a maximum of 30 operations',
  ],
  ['no server', { servers: [] }, 'server_url', 'Could not find a valid URL in `servers`'],
  ['no operation that it takes', { paths: {} }, 'no_operations', null],
])('%s is refused', async (_what, change, code, says) => {
  const { installation, problems } = await importing(change)
  const refused = problems.filter(({ severity }) => severity === 'refused')
  expect(installation).toBeNull()
  expect(refused.map((one) => [one.code, one.asHostSays])).toEqual([[code, says]])
})

test.each<[string, object, string, string]>([
  [
    'an operation without id',
    { paths: { '/x': { post: {} }, '/toys': { get: list } } },
    'operation_id_missing',
    'In path /x, method post is missing operationId; skipping',
  ],
  [
    'a method it does not call',
    { paths: { '/toys': { get: list, head: {} } } },
    'unrecognized_method',
    'Path /toys has unrecognized method head; skipping',
  ],
  [
    'a header parameter',
    operation({ parameters: [{ name: 'X-A', in: 'header' }] }),
    'header_parameter',
    'parameter X-A has location header; ignoring',
  ],
  [
    'an object without properties',
    operation({ parameters: [{ name: 'a', in: 'query', schema: { type: 'object' } }] }),
    'object_without_properties',
    'object schema missing properties',
  ],
  [
    'two security schemes',
    {
      components: {
        schemas: {},
        securitySchemes: {
          a: { type: 'http', scheme: 'bearer' },
          b: { type: 'http', scheme: 'basic' },
        },
      },
    },
    'several_security_schemes',
    'Found multiple security schemes, only 1 is supported',
  ],
])('%s is told and left out', async (_what, change, code, says) => {
  const { installation, problems } = await importing(change)
  expect(installation?.operations.map(({ name }) => name)).toEqual(['listToys'])
  expect(problems.find((one) => one.code === code)?.asHostSays).toBe(says)
})

test('a circle is found in schemas that nobody uses, and a long chain is none', async () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const chain = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`C${index}`, ref(`C${index + 1}`)]),
  )
  const good = await importing({ components: { schemas: { ...chain, C10000: {} } } })
  expect(good.installation?.operations).toHaveLength(1)
  const bad = await importing({ components: { schemas: { ...chain, C10000: ref('C5') } } })
  expect([bad.installation, bad.codes]).toEqual([null, ['circular']])
})

test('a server elsewhere is left out, and refused when it is the only one', async () => {
  const elsewhere = { url: 'https://other.example' }
  const beside = await importing((origin) => ({ servers: [elsewhere, { url: `${origin}/v1/` }] }))
  expect(beside.installation?.server).toBe(`${beside.origin}/v1`)
  expect(beside.problems.map(({ asHostSays }) => asHostSays)).toEqual([
    `Server URL https://other.example/ is not under the root origin ${beside.origin}; ignoring it`,
    `Multiple servers found, using ${beside.origin}/v1/`,
    null,
  ])
  const alone = await importing({ servers: [elsewhere] })
  expect(alone.problems.map(({ severity, asHostSays }) => [severity, asHostSays])).toEqual([
    [
      'warning',
      `Server URL https://other.example/ is not under the root origin ${alone.origin}; ignoring it`,
    ],
    ['refused', `None of the provided servers is under the root origin ${alone.origin}`],
  ])
})

test('a reference in parameters costs an Action the operation, and a plugin nothing', async () => {
  const change = {
    components: {
      schemas: {},
      parameters: { Page: { name: 'page', in: 'query', schema: { type: 'integer' } } },
    },
    paths: {
      '/toys': { get: { ...list, parameters: [{ $ref: '#/components/parameters/Page' }] } },
    },
  }
  const asAction = await importing(change)
  expect(asAction.codes).toEqual(['parameter_ref', 'no_operations'])

  const { origin } = await servePlugin((at) => ({
    '/.well-known/ai-plugin.json': toyManifest(at),
    '/openapi.json': toyOpenApi(at, change),
  }))
  const asPlugin = await installAs('chatgpt-2023', origin)
  expect(asPlugin.installation?.operations[0]?.parameters).toMatchObject([
    { name: 'page', in: 'query' },
  ])
})

test('YAML, references and both places of input become one flat object', async () => {
  const { origin } = await servePlugin((at) => ({
    '/.well-known/ai-plugin.json': toyManifest(at, {
      api: { type: 'openapi', url: `${at}/openapi.yaml` },
    }),
    '/openapi.yaml': `
openapi: 3.0.1
components:
  schemas:
    Toy:
      type: object
      required: [name]
      properties:
        name: { type: string, description: What it is called }
        color: { $ref: '#/components/schemas/Color' }
    Color: { type: string, enum: [red, blue] }
paths:
  /boxes/{box}/toys:
    parameters:
      - { name: box, in: path, required: true, schema: { type: string } }
    post:
      operationId: addToy
      description: Adds a toy.
      x-openai-isConsequential: false
      parameters:
        - { name: dry, in: query, schema: { type: boolean } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Toy' }
`,
  }))
  const { installation } = await installAs('chatgpt-2023', origin)
  expect(installation?.server).toBe(origin)
  expect(installation?.operations).toMatchObject([
    {
      name: 'addToy',
      method: 'POST',
      isConsequential: false,
      bodyType: 'application/json',
      inputSchema: {
        type: 'object',
        required: ['box', 'name'],
        properties: {
          box: { type: 'string' },
          dry: { type: 'boolean' },
          name: { type: 'string', description: 'What it is called' },
          color: { enum: ['red', 'blue'] },
        },
      },
    },
  ])
  const places = installation?.operations[0]?.parameters.map((one) => [one.name, one.in])
  expect(Object.fromEntries(places ?? [])).toEqual({
    box: 'path',
    dry: 'query',
    name: 'body',
    color: 'body',
  })
})

test('Copilot is told of what is not flat', async () => {
  const nested = {
    type: 'object',
    properties: { a: { type: 'object', properties: { b: { type: 'string' } } } },
  }
  const { codes } = await importing(
    { paths: { '/toys': { post: { ...list, ...body(nested) } } } },
    'copilot',
  )
  expect(codes).toContain('not_flat')
})

test.each<[string, object, string]>([
  ['without schema_version', { schema_version: undefined }, 'manifest_field'],
  ['of another version', { schema_version: 'v2' }, 'manifest_version'],
  ['without contact_email', { contact_email: '' }, 'manifest_field'],
  ['with a field of another type', { name_for_human: 7 }, 'manifest_field'],
  ['with blanks in name_for_model', { name_for_model: 'my toys' }, 'name_characters'],
  ['with a name of 51 characters', { name_for_human: 'x'.repeat(51) }, 'name_too_long'],
  [
    'with 8001 characters for the model',
    { description_for_model: 'x'.repeat(8001) },
    'description_for_model_too_long',
  ],
  ['with a GIF', { logo_url: 'https://example.com/logo.gif?v=1' }, 'logo_gif'],
  ['with an unknown auth', { auth: { type: 'magic' } }, 'auth_type'],
  [
    'with oauth that lacks a scope',
    {
      auth: {
        type: 'oauth',
        client_url: 'https://a.example',
        authorization_url: 'https://a.example',
        authorization_content_type: 'application/json',
      },
    },
    'auth_type',
  ],
  [
    'with oauth in XML',
    {
      auth: {
        type: 'oauth',
        scope: '',
        client_url: 'https://a.example',
        authorization_url: 'https://a.example',
        authorization_content_type: 'text/xml',
      },
    },
    'auth_content_type',
  ],
  ['with a relative api.url', { api: { type: 'openapi', url: '/openapi.json' } }, 'api_url'],
])('a manifest %s is refused', async (_what, change, code) => {
  const { origin } = await servePlugin((at) => ({
    '/.well-known/ai-plugin.json': toyManifest(at, change),
    '/openapi.json': toyOpenApi(at),
  }))
  const { installation, problems } = await installAs('chatgpt-2023', origin)
  expect([installation, problems.at(-1)?.code, problems.at(-1)?.severity]).toEqual([
    null,
    code,
    'refused',
  ])
})
