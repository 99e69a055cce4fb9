import { describe, expect, it } from 'vitest'
import { watchLog } from '@/lib/testing/logged'
import { createToyClient } from './toy-endpoint'

const { mcp, post, ask, askModern } = createToyClient()
const url = 'https://toy.example/mcp'
const metadata = 'https://toy.example/.well-known/oauth-protected-resource/mcp'
const note = { name: 'note', arguments: { text: 'milk' } }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('the door', () => {
  it.each(['GET', 'DELETE', 'PUT'])('has nothing for %s and says what it takes', async (method) => {
    const response = await mcp(new Request(url, { method }))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toContain('POST')
  })

  it('keeps no session and lets nobody keep an answer', async () => {
    const { headers } = await ask('initialize', { protocolVersion: '2025-11-25' })
    expect(headers.has('mcp-session-id')).toBe(false)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toBe('application/json')
  })

  it('takes any Accept header, and none', async () => {
    for (const accept of ['*/*', 'application/json', 'text/event-stream']) {
      expect((await ask('ping', {}, { accept })).body.result).toEqual({})
    }
  })

  it('answers a browser that asks first, and lets it read refusals', async () => {
    const origin = 'http://localhost:6274'
    const response = await mcp(new Request(url, { method: 'OPTIONS', headers: { origin } }))
    expect(response.status).toBe(204)
    for (const name of ['authorization', 'mcp-protocol-version', 'mcp-method', 'mcp-name']) {
      expect(response.headers.get('access-control-allow-headers')).toContain(name)
    }
    const refused = await ask('tools/call', note, { origin })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    expect(refused.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate')
  })
})

describe('who may come in', () => {
  const local = createToyClient('http://localhost:3000')

  it.each([
    [{ host: 'evil.example', origin: 'http://evil.example' }, 403],
    [{ host: 'evil.example' }, 403],
    [{ host: 'localhost:3000', origin: 'https://evil.example' }, 403],
    [{ host: 'localhost:3000', origin: 'null' }, 403],
    [{ host: 'localhost.evil.example:3000' }, 403],
    [{ host: 'localhost:3000' }, 200],
    [{ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 200],
    [{ host: '[::1]:3000', origin: 'http://localhost:6274' }, 200],
  ])('a local server asked with %j answers %i', async (headers, status) => {
    expect((await local.ask('ping', {}, headers)).status).toBe(status)
  })

  it.each([
    [{ origin: 'https://toy.example' }, 200],
    [{ origin: 'https://claude.ai', host: 'deployment.vercel.example' }, 200],
    [{ origin: 'http://localhost:6274' }, 200],
    [{ origin: 'vscode-webview://abc' }, 200],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
  ])('a deployed server asked with %j answers %i', async (headers, status) => {
    expect((await ask('ping', {}, headers)).status).toBe(status)
  })
})

describe('tokens', () => {
  it('are not needed for what is open to all', async () => {
    for (const method of ['tools/list', 'ping', 'prompts/list', 'resources/list']) {
      expect((await ask(method)).status).toBe(200)
    }
    const { body } = await ask('tools/call', { name: 'greet', arguments: { name: 'Ada' } })
    expect(body.result.structuredContent).toEqual({ text: 'Hello Ada.' })
  })

  it.each(['initialize', 'tools/list', 'ping', 'tools/call', 'nonsense'])(
    'that do not hold are refused at %s',
    async (method) => {
      const { status, headers } = await ask(method, note, bearer('forged'))
      expect(status).toBe(401)
      expect(headers.get('www-authenticate')).toContain(`resource_metadata="${metadata}"`)
      expect(headers.get('www-authenticate')).toContain('error="invalid_token"')
      expect(headers.get('www-authenticate')).toContain('error_description="')
    },
  )

  it('that are broken are not taken for none', async () => {
    expect((await ask('tools/list', {}, bearer('a b'))).status).toBe(401)
  })

  it('that are missing make a protected tool ask for a sign-in, in both places', async () => {
    const { status, headers, body } = await ask('tools/call', note)
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toBe(
      `Bearer resource_metadata="${metadata}", scope="email"`,
    )
    expect(body.result.isError).toBe(true)
    expect(body.result.content[0].text).toBe('Connect your account first.')
    expect(body.result._meta['mcp/www_authenticate']).toEqual([
      `Bearer resource_metadata="${metadata}", scope="email", error="invalid_token", error_description="Connect your account first."`,
    ])
  })

  it('without the scope are answered with all scopes that are needed, in both places', async () => {
    const { status, headers, body } = await ask('tools/call', note, bearer('none'))
    expect(status).toBe(403)
    const challenge = headers.get('www-authenticate')
    expect(challenge).toContain('error="insufficient_scope"')
    expect(challenge).toContain('scope="openid email"')
    expect(body.result.isError).toBe(true)
    expect(body.result._meta['mcp/www_authenticate']).toEqual([challenge])
  })

  it('let their person in', async () => {
    const { status, body } = await ask('tools/call', note, bearer('all'))
    expect(status).toBe(200)
    expect(body.result.structuredContent).toEqual({ length: 4, by: 'ada' })
    expect(JSON.parse(body.result.content[0].text)).toEqual(body.result.structuredContent)
  })
})

describe('junk', () => {
  it.each([
    [400, -32700, '{"jsonrpc":'],
    [400, -32600, ''],
    [400, -32600, 'null'],
    [400, -32600, '7'],
    [400, -32600, '"ping"'],
    [400, -32600, '{}'],
    [400, -32600, '[]'],
    [400, -32600, '{"jsonrpc":"1.0","id":1,"method":"ping"}'],
    [400, -32600, '{"jsonrpc":"2.0","id":null,"method":"ping"}'],
    [400, -32600, '{"jsonrpc":"2.0","id":1.5,"method":"ping"}'],
    [400, -32600, '{"jsonrpc":"2.0","id":1e400,"method":"ping"}'],
    [400, -32600, '{"jsonrpc":"2.0","id":{},"method":"ping"}'],
    [400, -32600, '{"jsonrpc":"2.0","id":1,"method":7}'],
    [400, -32600, '{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}'],
    [400, -32600, '{"jsonrpc":"2.0","id":1,"method":"ping","params":null}'],
    [200, -32601, '{"jsonrpc":"2.0","id":1,"method":"__proto__"}'],
    [200, -32601, '{"jsonrpc":"2.0","id":1,"method":"constructor"}'],
    [200, -32602, '{"jsonrpc":"2.0","id":1,"method":"tools/call"}'],
    [200, -32602, '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"__proto__"}}'],
    [200, -32602, '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":["greet"]}}'],
    [
      200,
      -32602,
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"greet","arguments":[1]}}',
    ],
    [200, -32602, '{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":7}}'],
    [200, -32602, '{"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"x"}}'],
    [200, -32602, '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"x"}}'],
    [200, undefined, '{"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":7}}'],
    [400, -32600, '['.repeat(49_000) + ']'.repeat(49_000)],
    [
      200,
      undefined,
      `{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
    ],
    [400, -32700, `{"a":${'['.repeat(49_000)}`],
    [413, -32000, `"${'a'.repeat(100_001)}"`],
  ])('is answered %i and %s', async (status, code, text) => {
    const answer = await post(text)
    expect([answer.status, [answer.body].flat()[0].error?.code]).toEqual([status, code])
  })

  it('keeps the id wherever one can be read', async () => {
    const { body } = await post('{"jsonrpc":"2.0","id":"a","method":"ping","params":[]}')
    expect(body.id).toBe('a')
    expect((await post('[')).body.id).toBeNull()
  })

  it('of another type is not read', async () => {
    expect((await ask('ping', {}, { 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('in the arguments is told field by field, as a result the model can read', async () => {
    for (const call of [ask, askModern]) {
      const params = { name: 'greet', arguments: { name: 'Ada', times: 9, tymes: 1 } }
      const { status, body } = await call('tools/call', params)
      expect(status).toBe(200)
      expect(body.result.isError).toBe(true)
      expect(body.result.content[0].text).toContain('times:')
      expect(body.result.content[0].text).toContain('tymes: is not a parameter')
      expect(body.result._meta['latchkey/code']).toBe('invalid_request')
      expect(body.result).not.toHaveProperty('structuredContent')
    }
    const hidden = '{"name":"greet","arguments":{"__proto__":{"name":"Ada"}}}'
    const { body } = await post(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${hidden}}`)
    expect(body.result.isError).toBe(true)
  })

  it('from the inside is logged and not told', async () => {
    const logged = watchLog()
    const params = { name: 'note', arguments: { text: 'fail' } }
    const { status, body } = await ask('tools/call', params, bearer('all'))
    expect(status).toBe(200)
    expect(body.error).toEqual({
      code: -32603,
      message: 'Something went wrong on our side. Try again.',
    })
    expect(logged.lines()).toHaveLength(1)
    logged.restore()
  })
})

describe('several messages in one', () => {
  const ping = (id: number) => ({ jsonrpc: '2.0', id, method: 'ping' })
  const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' }

  it('are taken in 2025-03-26, and each request has its answer', async () => {
    const { status, body } = await post([ping(1), initialized, ping(2), { nonsense: true }])
    expect(status).toBe(200)
    expect(body.map((answer: { id: number }) => answer.id)).toEqual([1, 2, null])
    expect((await post([initialized, initialized])).status).toBe(202)
  })

  it('are refused when they are many, and in later revisions', async () => {
    expect((await post(Array.from({ length: 11 }, (_, id) => ping(id)))).status).toBe(400)
    for (const version of ['2025-06-18', '2025-11-25', '2026-07-28']) {
      const { status, body } = await post([ping(1)], { 'mcp-protocol-version': version })
      expect([status, body.error.code]).toEqual([400, -32600])
    }
  })

  it('ask for a sign-in once', async () => {
    const call = { jsonrpc: '2.0', id: 2, method: 'tools/call', params: note }
    const { status, headers, body } = await post([ping(1), call])
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toContain('scope="email"')
    expect(body).toHaveLength(2)
  })
})
