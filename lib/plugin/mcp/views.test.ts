import { expect, it } from 'vitest'
import { createCatalog } from '../catalog'
import { createToyClient } from './toy-endpoint'

const { ask, askModern } = createToyClient()
const uri = 'ui://greeting-card'

it('names a tool’s view in the keys of both generations', async () => {
  const { body } = await ask('tools/list')
  expect(body.result.tools[0]._meta).toMatchObject({
    ui: { resourceUri: uri, visibility: ['model', 'app'] },
    'ui/resourceUri': uri,
    'openai/outputTemplate': uri,
  })
  expect(body.result.tools[1]._meta).not.toHaveProperty('ui')
})

it('lists and reads it as an MCP App, with all that its sandbox may load', async () => {
  const { body } = await ask('resources/list')
  expect(body.result.resources).toHaveLength(1)
  expect(body.result.resources[0]).toMatchObject({
    uri,
    name: 'greeting-card',
    title: 'Greeting',
    mimeType: 'text/html;profile=mcp-app',
  })
  const read = await ask('resources/read', { uri })
  expect(read.body.result.contents).toEqual([
    {
      uri,
      mimeType: 'text/html;profile=mcp-app',
      text: '<!doctype html><title>Greeting</title>',
      _meta: {
        ui: {
          csp: {
            connectDomains: [],
            resourceDomains: ['https://toy.example', 'https://img.example'],
          },
          prefersBorder: true,
        },
        'openai/widgetCSP': { redirect_domains: ['https://toy.example'] },
      },
    },
  ])
  expect((await ask('resources/templates/list')).body.result).toEqual({ resourceTemplates: [] })
})

it('answers for a view that is not there in the code of the revision', async () => {
  expect((await ask('resources/read', { uri: 'ui://none' })).body.error.code).toBe(-32002)
  const { status, body } = await askModern('resources/read', { uri: 'ui://none' })
  expect([status, body.error.code, body.error.data]).toEqual([200, -32602, { uri: 'ui://none' }])
})

it('is no capability of a plugin without views', async () => {
  const client = createToyClient('https://toy.example', createCatalog({}))
  const { body } = await client.ask('initialize', { protocolVersion: '2025-11-25' })
  expect(body.result.capabilities).toEqual({ tools: {}, prompts: {} })
  expect((await client.ask('resources/list')).body.error.code).toBe(-32601)
})
