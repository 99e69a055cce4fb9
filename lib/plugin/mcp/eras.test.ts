import { describe, expect, it } from 'vitest'
import { createToyClient, modernMeta } from './toy-endpoint'

const { post, ask, askModern } = createToyClient()

describe('the revisions of 2025', () => {
  it.each(['2025-03-26', '2025-06-18', '2025-11-25'])(
    '%s is agreed on when asked',
    async (version) => {
      const { body } = await ask('initialize', {
        protocolVersion: version,
        capabilities: {},
        clientInfo: { name: 'x', version: '1' },
      })
      expect(body.result).toMatchObject({
        protocolVersion: version,
        serverInfo: {
          name: 'toy',
          title: 'Toy',
          version: '1.2.3',
          websiteUrl: 'https://toy.example',
        },
        instructions: 'Toys to play with.',
        capabilities: {
          tools: {},
          resources: {},
          extensions: { 'io.modelcontextprotocol/ui': {} },
        },
      })
      expect(body.result.serverInfo.icons[0].src).toBe('https://toy.example/logo.png')
      const headers = { 'mcp-protocol-version': version }
      expect((await ask('ping', {}, headers)).body.result).toEqual({})
      const note = { jsonrpc: '2.0', method: 'notifications/initialized' }
      const { status, body: nothing } = await post(note, headers)
      expect([status, nothing]).toEqual([202, null])
    },
  )

  it.each(['2024-11-05', '2026-07-28', '1999-01-01', 7])(
    'answer the newest of them to who asks for %s',
    async (protocolVersion) => {
      const { body } = await ask('initialize', { protocolVersion })
      expect(body.result.protocolVersion).toBe('2025-11-25')
    },
  )

  it('look at the version in the header only after initialize', async () => {
    const headers = { 'mcp-protocol-version': '2024-11-05' }
    expect((await ask('initialize', { protocolVersion: '2024-11-05' }, headers)).status).toBe(200)
    const { status, body } = await ask('tools/list', {}, headers)
    expect([status, body.error.code]).toEqual([400, -32022])
    expect(body.error.data.supported).toContain('2025-11-25')
  })

  it('know no method of 2026, and answer so in the body: 404 would mean that a session ended', async () => {
    const { status, body } = await ask('server/discover')
    expect([status, body.error.code]).toEqual([200, -32601])
  })

  it('have none of the members of 2026 in their results', async () => {
    const { body } = await ask('tools/list')
    expect(Object.keys(body.result)).toEqual(['tools'])
  })

  it('take an answer to a request that nobody made', async () => {
    expect((await post({ jsonrpc: '2.0', id: 1, result: {} })).status).toBe(202)
  })
})

describe('2026-07-28', () => {
  it('is discovered without a handshake', async () => {
    const { status, body } = await askModern('server/discover')
    expect(status).toBe(200)
    expect(body.result).toMatchObject({
      resultType: 'complete',
      supportedVersions: ['2026-07-28'],
      instructions: 'Toys to play with.',
      cacheScope: 'public',
      _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'toy', version: '1.2.3' } },
    })
    expect(body.result.ttlMs).toBeGreaterThan(0)
  })

  it.each(['tools/list', 'prompts/list', 'resources/list', 'resources/templates/list'])(
    'says how long %s may be kept, and who answered',
    async (method) => {
      const { body } = await askModern(method)
      expect(body.result).toMatchObject({ resultType: 'complete', cacheScope: 'public' })
      expect(body.result._meta['io.modelcontextprotocol/serverInfo'].name).toBe('toy')
      expect((await askModern(method)).body).toEqual(body)
    },
  )

  it('completes a call, and says so in a failed one too', async () => {
    const { body } = await askModern('tools/call', { name: 'greet', arguments: { name: 'Ada' } })
    expect(body.result).toMatchObject({
      resultType: 'complete',
      structuredContent: { text: 'Hello Ada.' },
    })
    expect(body.result).not.toHaveProperty('ttlMs')
    const failed = await askModern('tools/call', { name: 'note', arguments: { text: 'a' } })
    expect(failed.status).toBe(401)
    expect(failed.body.result).toMatchObject({ resultType: 'complete', isError: true })
    expect(failed.body.result._meta).toMatchObject({ 'latchkey/code': 'invalid_token' })
  })

  it.each(['initialize', 'ping', 'logging/setLevel', 'resources/subscribe', 'unknown/method'])(
    'has no %s: 404',
    async (method) => {
      const { status, body } = await askModern(method)
      expect([status, body.error.code]).toEqual([404, -32601])
    },
  )

  const method = 'tools/list'
  const version = { 'mcp-protocol-version': '2026-07-28' }
  const request = (params: unknown) => ({ jsonrpc: '2.0', id: 1, method, params })
  const { 'io.modelcontextprotocol/protocolVersion': v, ...withoutVersion } = modernMeta
  const { 'io.modelcontextprotocol/clientCapabilities': c, ...withoutCapabilities } = modernMeta
  const future = { ...modernMeta, 'io.modelcontextprotocol/protocolVersion': '2999-01-01' }

  it.each([
    ['without _meta', {}, version, -32602],
    ['without its version', { _meta: withoutVersion }, version, -32602],
    ['without capabilities', { _meta: withoutCapabilities }, version, -32602],
    ['without the version header', { _meta: modernMeta }, { 'mcp-method': method }, -32020],
    [
      'with another version header',
      { _meta: modernMeta },
      { 'mcp-method': method, 'mcp-protocol-version': '2025-11-25' },
      -32020,
    ],
    ['without Mcp-Method', { _meta: modernMeta }, version, -32020],
    [
      'with another Mcp-Method',
      { _meta: modernMeta },
      { ...version, 'mcp-method': 'TOOLS/LIST' },
      -32020,
    ],
    [
      'of a version to come',
      { _meta: future },
      { 'mcp-method': method, 'mcp-protocol-version': '2999-01-01' },
      -32022,
    ],
  ])('refuses a request %s', async (_which, params, headers, code) => {
    const { status, body } = await post(request(params), headers as Record<string, string>)
    expect([status, body.error.code, body.id]).toEqual([400, code, 1])
    if (code === -32022) {
      expect(body.error.data).toEqual({ supported: ['2026-07-28'], requested: '2999-01-01' })
    }
  })

  it('wants the name of what is asked for in its header too, plain or encoded', async () => {
    const params = { name: 'greet', arguments: { name: 'Ada' } }
    const status = async (name: string) =>
      (await askModern('tools/call', params, { 'mcp-name': name })).status
    expect(await status('  greet  ')).toBe(200)
    expect(await status('=?base64?Z3JlZXQ=?=')).toBe(200)
    expect(await status('note')).toBe(400)
    expect(await status('=?base64?!?=')).toBe(400)
    const uri = 'ui://greeting-card'
    expect((await askModern('resources/read', { uri })).status).toBe(200)
    expect((await askModern('resources/read', { uri }, { 'mcp-name': 'x' })).status).toBe(400)
  })

  it('takes a notification and says nothing', async () => {
    const note = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } }
    expect((await post(note, version)).status).toBe(202)
  })
})
