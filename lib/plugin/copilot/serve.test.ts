import { expect, it } from 'vitest'
import { toyCatalog } from '../toy-catalog'
import { serveCopilotManifest } from './serve'

const serve = serveCopilotManifest(
  {
    catalog: toyCatalog,
    origin: () => 'https://toys.example',
    authenticate: () => Promise.reject(new Error('not asked')),
  },
  {
    about: () => ({
      name: 'Toys',
      nameForModel: 'toys',
      descriptionForHuman: 'Toys.',
      descriptionForModel: 'Toys.',
      contactEmail: 'a@toys.example',
      ...{
        logoUrl: 'https://toys.example/l.png',
        legalUrl: 'https://toys.example/l',
        privacyUrl: 'https://toys.example/p',
      },
    }),
    referenceId: () => 'the-id',
  },
)
const ask = (query = '') =>
  serve(new Request(`https://toys.example/copilot/ai-plugin.json${query}`))

it('is the newest version unless an older one is asked for', async () => {
  for (const [query, version] of [
    ['', 'v2.4'],
    ['?version=v2.3', 'v2.3'],
    ['?version=v2.1&runtime=openapi', 'v2.1'],
    ['', 'v2.4'],
  ]) {
    const response = await ask(query)
    expect([response.status, (await response.json()).schema_version]).toEqual([200, version])
  }
})

it('is over MCP where that is asked for', async () => {
  expect((await (await ask('?runtime=mcp')).json()).runtimes[0].type).toBe('RemoteMCPServer')
})

it.each([
  ['?version=v2.0', 'v2.4, v2.3, v2.2, v2.1'],
  ['?version=', 'v2.4, v2.3, v2.2, v2.1'],
  ['?runtime=soap', 'openapi, mcp'],
  ['?version=v2.3&runtime=mcp', 'v2.4 only'],
])('answers %s with a problem that says what there is', async (query, hint) => {
  const response = await ask(query)
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const { code, detail } = await response.json()
  expect([code, detail]).toEqual(['invalid_request', expect.stringContaining(hint)])
})
