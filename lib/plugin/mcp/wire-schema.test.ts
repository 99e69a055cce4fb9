import { describe, it } from 'vitest'
import { isSchemaHere, validatorOf } from '@/lib/testing/wire-schema'
import { createToyClient } from './toy-endpoint'

const { ask, askModern, post } = createToyClient()

const answers: [string, string, Record<string, unknown>?][] = [
  ['ListToolsResult', 'tools/list'],
  ['CallToolResult', 'tools/call', { name: 'greet', arguments: { name: 'Ada' } }],
  ['CallToolResult', 'tools/call', { name: 'greet' }],
  ['CallToolResult', 'tools/call', { name: 'note', arguments: { text: 'a' } }],
  ['ListResourcesResult', 'resources/list'],
  ['ListResourceTemplatesResult', 'resources/templates/list'],
  ['ReadResourceResult', 'resources/read', { uri: 'ui://greeting-card' }],
  ['ListPromptsResult', 'prompts/list'],
  ['GetPromptResult', 'prompts/get', { name: 'greet' }],
]

describe.each(['2025-06-18', '2025-11-25'])('in the published schema of %s', (version) => {
  const headers = { 'mcp-protocol-version': version }
  const here = it.skipIf(!isSchemaHere(version))

  here('an agreement is one', async () => {
    const { body } = await ask('initialize', { protocolVersion: version })
    validatorOf(version)('InitializeResult', body.result)
    validatorOf(version)('JSONRPCResponse', body)
  })

  here.each(answers)('%s is what %s answers', async (type, method, params) => {
    const { body } = await ask(method, params, headers)
    validatorOf(version)(type, body.result)
  })

  here('an error is one', async () => {
    const { body } = await ask('nonsense', {}, headers)
    validatorOf(version)(version < '2025-11' ? 'JSONRPCError' : 'JSONRPCErrorResponse', body)
  })
})

describe('in the published schema of 2026-07-28', () => {
  const version = '2026-07-28'
  const here = it.skipIf(!isSchemaHere(version))

  here.each([...answers, ['DiscoverResult', 'server/discover'] as const])(
    '%s is what %s answers',
    async (type, method, params) => {
      const { body } = await askModern(method, params)
      validatorOf(version)(type, body.result)
      validatorOf(version)('JSONRPCResultResponse', body)
    },
  )

  here('each refusal is one', async () => {
    const mismatch = await askModern('tools/list', {}, { 'mcp-method': 'x' })
    validatorOf(version)('HeaderMismatchError', mismatch.body)
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2999-01-01',
      'io.modelcontextprotocol/clientCapabilities': {},
    }
    const future = await post(
      { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta } },
      { 'mcp-protocol-version': '2999-01-01' },
    )
    validatorOf(version)('UnsupportedProtocolVersionError', future.body)
  })
})
