import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import { type SendOptions, send } from './send'
import { failureOf, serveBytes, serveHttp } from './testing'

const local: SendOptions = { timeoutMs: 2000, maxBytes: 1000, allowLoopback: true }

async function sendTo(answer: RequestListener, options: Partial<SendOptions> = {}) {
  const { port } = await serveHttp(answer)
  const url = `http://localhost:${port}/calls?a=b`
  return send(
    { method: 'POST', url, headers: { 'content-type': 'text/plain' }, body: 'Zoë' },
    { ...local, ...options },
  )
}

test('a method, headers and body arrive as they were given, and any answer is given back', async () => {
  let seen: unknown[] = []
  const answer = await sendTo((request, response) => {
    const { host, ...headers } = request.headers
    request.on('data', (body) => {
      seen = [request.method, request.url, headers, String(body)]
      response.writeHead(503, { 'retry-after': '7', 'set-cookie': ['a=1', 'b=2'] }).end('later')
    })
  })
  const headers = {
    'content-type': 'text/plain',
    'content-length': '4',
    'accept-encoding': 'identity',
    connection: 'close',
  }
  expect(seen).toEqual(['POST', '/calls?a=b', headers, 'Zoë'])
  expect(answer).toMatchObject({ status: 503, bytes: Buffer.from('later') })
  expect(answer.headers).toMatchObject({ 'retry-after': '7', 'set-cookie': 'a=1, b=2' })
})

test('a redirect is an answer, not a way', async () => {
  const answer = await sendTo((_request, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  )
  expect([answer.status, answer.headers.location]).toEqual([302, 'http://169.254.169.254/'])
})

test('a stream that stays open is left as soon as what is wanted has come', async () => {
  const answer = await sendTo(
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    },
    { isEnough: (text) => text.endsWith('\n\n') },
  )
  expect(String(answer.bytes)).toBe('data: 1\n\n')
})

test.each<[string, RequestListener, string]>([
  ['never ends', () => {}, 'timeout'],
  ['is too long', (_request, response) => response.end('x'.repeat(1001)), 'too_large'],
  [
    'is longer than it says it may be',
    (_request, response) => {
      const flood = setInterval(() => response.write('x'.repeat(400)), 5)
      response.on('close', () => clearInterval(flood))
    },
    'too_large',
  ],
  [
    'is compressed, though it was not to be',
    (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    'content_type',
  ],
])('an answer that %s is refused', async (_what, answer, reason) => {
  expect((await failureOf(sendTo(answer, { timeoutMs: 400 }))).reason).toBe(reason)
})

test('what is no HTTP is refused', async () => {
  const { port } = await serveBytes((socket) => socket.end('SMTP ready\r\n'))
  const sending = { method: 'GET', url: `http://localhost:${port}/`, headers: {} } as const
  expect((await failureOf(send(sending, local))).reason).toBe('network')
})

test.each([
  'http://localhost:1/',
  'https://127.0.0.1/',
  'https://0x7f.1/',
  'https://[::ffff:10.0.0.1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://printer.local/',
  'http://example.com/',
])('when deployed, nothing is sent to %s', async (url) => {
  const sending = { method: 'POST', url, headers: {}, body: 'x' } as const
  const failure = await failureOf(send(sending, { ...local, allowLoopback: false }))
  expect(['bad_url', 'blocked_address']).toContain(failure.reason)
})

test('a public name that points inward is refused', async () => {
  const sending = { method: 'GET', url: 'https://rebinding.example.com/', headers: {} } as const
  const resolve = async () => [{ address: '10.0.0.1', family: 4 }]
  const failure = await failureOf(send(sending, { ...local, allowLoopback: true, resolve }))
  expect(failure.reason).toBe('blocked_address')
})
