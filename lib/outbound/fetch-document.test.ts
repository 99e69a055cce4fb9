import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { measured } from '@/lib/testing/measured'
import { type FetchOptions, fetchDocument } from './fetch-document'
import { failureOf, serveHttp } from './testing'

const json = { 'content-type': 'application/json' }

async function fetchFrom(answer: RequestListener, options: FetchOptions = {}) {
  const { port } = await serveHttp(answer)
  return fetchDocument(`http://localhost:${port}/client.json?v=1`, {
    allowLoopback: true,
    ...options,
  })
}

const answering = (status: number, headers: Record<string, string>, body: string | Buffer = '{}') =>
  fetchFrom((_request, response) => response.writeHead(status, headers).end(body))

describe('a document that is as it should be', () => {
  test('is given with its type, entity tag and age', async () => {
    const headers = {
      'content-type': 'Application/JSON; charset=utf-8',
      'cache-control': 'public, max-age=300',
      etag: '"v1"',
    }
    expect(await answering(200, headers, '{"client_name":"Zoë"}')).toEqual({
      status: 200,
      text: '{"client_name":"Zoë"}',
      contentType: 'application/json',
      etag: '"v1"',
      maxAgeSeconds: 300,
    })
  })

  test('is asked for honestly, without cookies, credentials or compression', async () => {
    let seen: { method: string; url: string; headers: IncomingHttpHeaders } | undefined
    await fetchFrom(
      ({ method = '', url = '', headers }, response) => {
        seen = { method, url, headers }
        response.writeHead(200, { ...json, 'set-cookie': 'a=b' }).end('{}')
      },
      { origin: 'https://stays.example' },
    )
    const { host, 'user-agent': agent, ...headers } = seen?.headers ?? {}
    expect([seen?.method, seen?.url]).toEqual(['GET', '/client.json?v=1'])
    expect(host).toMatch(/^localhost:\d+$/)
    expect(agent).toMatch(/^Latchkey\/\d+\.\d+\.\d+ \(\+https:\/\/stays\.example\)$/)
    expect(headers).toEqual({
      accept: 'application/json',
      'accept-encoding': 'identity',
      connection: 'close',
    })
  })

  test('may come in parts, and be of a type that ends in +json', async () => {
    const document = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/jwk-set+json' }).write('{"keys"')
      setTimeout(() => response.end(':[]}'), 20)
    })
    expect(document.text).toBe('{"keys":[]}')
    expect(document.etag).toBeNull()
  })

  test('that has not changed is answered by 304 and has no text', async () => {
    const answer: RequestListener = ({ headers }, response) =>
      headers['if-none-match'] === '"v1"'
        ? response.writeHead(304, { etag: '"v1"', 'cache-control': 'max-age=9' }).end()
        : response.writeHead(200, json).end('{}')
    expect(await fetchFrom(answer, { etag: '"v1"' })).toMatchObject({
      status: 304,
      text: '',
      etag: '"v1"',
      maxAgeSeconds: 9,
    })
    expect((await fetchFrom(answer, { etag: '"v0"' })).status).toBe(200)
    expect((await fetchFrom(answer, { etag: 'v1"\r\nX: 1' })).status).toBe(200)
  })

  test('may be as large as the limit', async () => {
    expect((await answering(200, json, 'a'.repeat(10 * 1024))).text).toHaveLength(10 * 1024)
  })
})

describe('a status other than 200', () => {
  test.each([301, 302, 303, 307, 308, 300])('%i is not followed', async (status) => {
    const inner = await serveHttp((_request, response) => response.writeHead(200, json).end('{}'))
    const location = `http://localhost:${inner.port}/`
    const failure = await failureOf(answering(status, { ...json, location }))
    expect(failure).toMatchObject({ reason: 'redirect', status })
    expect(inner.connections()).toBe(0)
  })

  test.each([201, 204, 206, 304, 403, 404, 429, 500, 503])('%i is told', async (status) => {
    const failure = await failureOf(answering(status, json, ''))
    expect(failure).toMatchObject({ reason: 'status', status })
  })

  test('never brings what the other side wrote into the message', async () => {
    const failure = await failureOf(answering(403, { 'x-a': 'INJECTED' }, 'INJECTED'))
    expect(JSON.stringify([failure.message, failure, String(failure.stack)])).not.toMatch(
      /INJECTED/,
    )
    expect(failure.cause).toBeUndefined()
  })
})

describe('a document of another kind', () => {
  test.each<Record<string, string>>([
    {},
    { 'content-type': 'text/html' },
    { 'content-type': 'text/plain; a=application/json' },
    { 'content-type': 'application/jsonp' },
    { 'content-type': 'text/x+json' },
    { ...json, 'content-encoding': 'gzip' },
  ])('is refused by its head %j', async (headers) => {
    expect((await failureOf(answering(200, headers))).reason).toBe('content_type')
  })

  test('is accepted where the caller asks for it', async () => {
    const document = await fetchFrom(
      (_request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('a'),
      { accept: 'text/plain, application/yaml' },
    )
    expect(document).toMatchObject({ text: 'a', contentType: 'text/plain' })
  })

  test('is refused when it is not UTF-8', async () => {
    const failure = await failureOf(answering(200, json, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])))
    expect(failure.reason).toBe('content_type')
  })
})

describe('a document that is too large', () => {
  test('is refused by its declared length, before it is read', measured, async () => {
    const started = Date.now()
    const failure = await failureOf(
      fetchFrom((_request, response) => {
        response.writeHead(200, { ...json, 'content-length': '10241' }).write('{')
      }),
    )
    expect(failure.reason).toBe('too_large')
    expect(Date.now() - started).toBeLessThan(2000)
  })

  test('is cut off while it is read when it declares nothing', async () => {
    let sent = 0
    const endless = (response: ServerResponse) => {
      if (response.destroyed || sent > 100_000_000) return
      sent += 65536
      if (response.write('a'.repeat(65536))) setImmediate(endless, response)
      else response.once('drain', () => endless(response))
    }
    const failure = await failureOf(
      fetchFrom((_request, response) => endless(response.writeHead(200, json)), {
        maxBytes: 65536,
      }),
    )
    expect(failure.reason).toBe('too_large')
    expect(sent).toBeLessThan(20_000_000)
  })

  test('is refused when its head is larger than 16 kB', async () => {
    const failure = await failureOf(answering(200, { ...json, 'x-a': 'a'.repeat(17 * 1024) }))
    expect(failure.reason).toBe('too_large')
  })
})
