import { expect, test } from 'vitest'
import { serveHttp } from '@/lib/outbound/testing'
import { measured } from '@/lib/testing/measured'
import type { Installation, Operation } from '../installation'
import { post } from '../mcp/message'
import { readView } from '../mcp/view'
import type { ProfileId } from '../profiles'
import { type Asked, actAs, servePlugin } from '../testing'
import { callOperation } from './call'

const traits = {
  ...{ conversationId: 'c', ephemeralUserId: 'e', subdivision: null, gptId: 'g' },
  ...{ locale: 'fr-FR', subject: 'somebody' },
  location: { city: 'Paris', region: 'IDF', country: 'FR', timezone: 'Europe/Paris' },
}
const operation: Operation = {
  ...{ name: 'listToys', title: null, method: null, path: null, description: '', parameters: [] },
  ...{ inputSchema: {}, bodyType: null, isConsequential: null, isOpen: true, hints: null },
  ...{ viewUri: null, examples: [] },
}

type Answer = { status?: number; headers?: Record<string, string>; result?: object; error?: object }

const rpc = ({ body }: Asked) =>
  JSON.parse(body) as { id?: number; method: string; params: Record<string, unknown> }

/** A server of 2025 with a session, which answers what is asked of a tool with `answer`. */
async function prepare(
  answer: Answer | ((asked: Asked) => object),
  profile: ProfileId = 'chatgpt',
  protocol = '2025-11-25',
) {
  const served = await servePlugin(() => ({
    '/mcp': (asked) => {
      const { id, method, params } = rpc(asked)
      if (id === undefined) return { status: 202 }
      if (method === 'initialize') {
        const result = { protocolVersion: params.protocolVersion, serverInfo: { name: 'toys' } }
        return { headers: { 'mcp-session-id': 'session-1' }, body: { jsonrpc: '2.0', id, result } }
      }
      if (method === 'server/discover') return { status: 404 }
      if (typeof answer === 'function') return answer(asked)
      const { status, headers, ...message } = answer
      return {
        ...(status && { status }),
        ...(headers && { headers }),
        body: { jsonrpc: '2.0', id, ...message },
      }
    },
  }))
  const server = `${served.origin}/mcp`
  const installation: Installation = {
    ...{ kind: 'mcp', address: server, server, name: 'toys', nameForModel: 'toys', protocol },
    ...{ descriptionForHuman: '', descriptionForModel: '', logoUrl: null, legalUrl: null },
    ...{ contactEmail: null, manifest: null, auth: { type: 'none' }, operations: [operation] },
  }
  const acting = actAs(profile)
  const call = async () => {
    const calling = { installation, operation, input: { color: 'red' }, traits, tokens: null }
    return (await callOperation({ ...calling, registration: { type: 'none' } }, acting)).outcome
  }
  const called = () => served.asked.find((asked) => rpc(asked).method === 'tools/call')
  return { ...served, installation, acting, call, called }
}

const result = {
  content: [{ type: 'text', text: 'A bear: https://toys.example/1.' }],
  structuredContent: { toys: 1 },
}

test('ChatGPT opens a session, calls, and tells where the person is', async () => {
  const { call, called } = await prepare({ result })
  expect(await call()).toEqual({
    status: 'answered',
    httpStatus: 200,
    isError: false,
    text: 'A bear: https://toys.example/1.',
    data: { toys: 1 },
    links: ['https://toys.example/1'],
    meta: null,
  })
  const asked = called()
  expect(asked?.headers).toMatchObject({
    'mcp-session-id': 'session-1',
    'mcp-protocol-version': '2025-11-25',
  })
  expect(rpc(asked as Asked).params).toEqual({
    name: 'listToys',
    arguments: { color: 'red' },
    _meta: {
      'openai/locale': 'fr-FR',
      'openai/userAgent': 'Mozilla/5.0 (playground)',
      'openai/userLocation': traits.location,
      'openai/subject': 'somebody',
    },
  })
})

test('without a session, each request says the version, in body and headers', async () => {
  const { call, called, asked } = await prepare(
    { result: { ...result, resultType: 'complete' } },
    'vscode',
    '2026-07-28',
  )
  expect(await call()).toMatchObject({ status: 'answered', data: { toys: 1 } })
  expect(asked.map((one) => rpc(one).method)).toEqual(['tools/call'])
  expect(called()?.headers).toMatchObject({
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': 'tools/call',
    'mcp-name': 'listToys',
  })
  expect(rpc(called() as Asked).params._meta).toMatchObject({
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'Visual Studio Code' },
  })
})

test('an answer may come as a stream, after other messages', async () => {
  const events = [
    { jsonrpc: '2.0', method: 'notifications/progress', params: {} },
    { jsonrpc: '2.0', id: 1, result },
  ]
  const { call } = await prepare(() => ({
    headers: { 'content-type': 'text/event-stream' },
    body: events
      .map((event) => `event: message\r\ndata: ${JSON.stringify(event)}\r\n\r\n`)
      .join(''),
  }))
  expect(await call()).toMatchObject({ status: 'answered', data: { toys: 1 } })
})

const wantsMore =
  'Bearer error="insufficient_scope", scope="toys:write", resource_metadata="https://x.example"'

test.each<[string, Answer, object]>([
  [
    'a refusal of the tool',
    { result: { isError: true, content: [{ type: 'text', text: 'No.' }] } },
    { status: 'answered', isError: true, text: 'No.' },
  ],
  [
    'an error of the protocol',
    { error: { code: -32602, message: 'Bad' } },
    { status: 'answered', isError: true, text: 'Bad' },
  ],
  ['401', { status: 401 }, { status: 'link_needed' }],
  [
    '403 for more scope',
    { status: 403, headers: { 'www-authenticate': wantsMore }, result: { isError: true } },
    { status: 'more_scope_needed', scopes: ['toys:write'] },
  ],
  [
    'a result that wants more scope',
    { result: { isError: true, _meta: { 'mcp/www_authenticate': [wantsMore] } } },
    { status: 'more_scope_needed', scopes: ['toys:write'] },
  ],
  [
    'a question back',
    { result: { resultType: 'input_required' } },
    { status: 'failed', code: 'asks_back' },
  ],
  ['nothing of MCP', { status: 500 }, { status: 'failed', code: 'not_mcp' }],
  [
    'too much',
    { result: { content: [{ type: 'text', text: 'x'.repeat(100_001) }] } },
    { status: 'failed', code: 'answer_too_long' },
  ],
])('%s is what the host makes of it', async (_what, answer, outcome) => {
  const { call } = await prepare(answer)
  expect(await call()).toMatchObject(outcome)
})

test('a view comes with the origins that it may use, and no word more for its policy', async () => {
  const csp = {
    connectDomains: ['https://api.example', "https://x.example; script-src 'unsafe-inline'"],
    resourceDomains: ['https://img.example/', '*', 'https://*', 'https://a;frame-src', "https://'"],
  }
  const content = { mimeType: 'text/html;profile=mcp-app', text: '<p>Toys', _meta: { ui: { csp } } }
  const { installation, acting } = await prepare({ result: { contents: [content] } })
  expect(await readView(installation, 'ui://toys', { token: null, acting })).toEqual({
    html: '<p>Toys',
    connectDomains: ['https://api.example'],
    resourceDomains: [],
  })
})

test.each(['\n', '\r\n'])(
  'a stream that stays open is left with the answer, and read once',
  measured,
  async (end) => {
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, result })
    const { port } = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      let pieces = 0
      const writing = setInterval(() => {
        pieces += 1
        response.write(`data: [${end}${end}`.repeat(200))
        if (pieces < 200) return
        clearInterval(writing)
        response.write(`data: ${message}${end}${end}`)
      }, 2)
    })
    const peer = {
      endpoint: `http://localhost:${port}/`,
      token: null,
      protocol: null,
      sessionId: null,
    }
    const used = process.cpuUsage()
    const asked = { title: 'Call', kind: 'call', method: 'tools/call' } as const
    const { result: got } = await post(
      peer,
      { ...asked, timeoutMs: 30_000, maxBytes: 600_000 },
      actAs('chatgpt'),
    )
    expect(got).toEqual(result)
    expect(process.cpuUsage(used).user / 1000).toBeLessThan(3000)
  },
)
