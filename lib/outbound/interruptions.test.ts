import type { RequestListener, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { measured } from '@/lib/testing/measured'
import { fetchBytes, fetchDocument, maxRunning } from './fetch-document'
import { failureOf, serveBytes, serveHttp } from './testing'

const json = { 'content-type': 'application/json' }

describe('a server that takes its time', () => {
  test.each<[string, RequestListener]>([
    ['says nothing', () => {}],
    [
      'drips its body',
      (_request, response) => {
        response.writeHead(200, json)
        const drip = setInterval(() => response.write(' '), 20)
        response.on('close', () => clearInterval(drip))
      },
    ],
  ])('and %s is left at the time limit', measured, async (_what, answer) => {
    const server = await serveHttp(answer)
    const started = Date.now()
    const failure = await failureOf(
      fetchDocument(`http://localhost:${server.port}/`, { allowLoopback: true, timeoutMs: 300 }),
    )
    expect(failure.reason).toBe('timeout')
    expect(Date.now() - started).toBeLessThan(2000)
    await expect.poll(server.open).toBe(0)
  })

  test('and drips its head, or interim answers, is left at the time limit', async () => {
    for (const line of ['x-a: b\r\n', 'HTTP/1.1 103 Early Hints\r\n\r\n']) {
      const { port } = await serveBytes((socket) => {
        if (line.startsWith('x')) socket.write('HTTP/1.1 200 OK\r\n')
        const drip = setInterval(() => socket.write(line), 20)
        socket.on('close', () => clearInterval(drip))
      })
      const url = `http://localhost:${port}/`
      const failure = await failureOf(fetchDocument(url, { allowLoopback: true, timeoutMs: 300 }))
      expect(failure.reason).toBe('timeout')
    }
  })

  test('to give the address of its name is left at the time limit, too', async () => {
    const resolve = () => new Promise<never>(() => {})
    const failure = await failureOf(
      fetchDocument('https://slow.example/', { resolve, timeoutMs: 100 }),
    )
    expect(failure.reason).toBe('timeout')
  })
})

describe('a connection that breaks', () => {
  test.each([
    ['is closed without an answer', ''],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.6\r\n'],
    [
      'ends before the declared length',
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{}',
    ],
    ['has two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
    [
      'has a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    ],
    [
      'changes the protocol',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    ],
  ])('because it %s is a network failure', async (_what, bytes) => {
    const { port } = await serveBytes((socket) => socket.end(bytes))
    const url = `http://localhost:${port}/`
    const failure = await failureOf(fetchDocument(url, { allowLoopback: true, timeoutMs: 3000 }))
    expect(failure.reason).toBe('network')
  })

  test('because nothing listens is a network failure with its code', async () => {
    const failure = await failureOf(fetchDocument('http://localhost:1/', { allowLoopback: true }))
    expect(failure).toMatchObject({ reason: 'network', code: 'ECONNREFUSED' })
  })
})

test('a refused answer is not left open for the other side to go on', async () => {
  const server = await serveHttp((_request, response) => response.writeHead(403).write('a'))
  const url = `http://localhost:${server.port}/`
  expect((await failureOf(fetchDocument(url, { allowLoopback: true }))).reason).toBe('status')
  await expect.poll(server.open).toBe(0)
})

test('more exchanges at once than the limit are refused as busy, and later ones work again', async () => {
  const waiting: ServerResponse[] = []
  const { port, connections } = await serveHttp((_request, response) => waiting.push(response))
  const fetchIt = () => fetchDocument(`http://localhost:${port}/`, { allowLoopback: true })

  const running = Array.from({ length: maxRunning }, fetchIt)
  expect((await failureOf(fetchIt())).reason).toBe('busy')
  await expect.poll(() => waiting.length).toBe(maxRunning)
  for (const response of waiting.splice(0)) response.writeHead(500).end()
  for (const end of running) expect((await failureOf(end)).reason).toBe('status')

  const next = fetchIt()
  await expect.poll(() => waiting.length).toBe(1)
  waiting[0]?.writeHead(200, json).end('{}')
  expect((await next).status).toBe(200)
  expect(connections()).toBe(maxRunning + 1)
})

test('as many slow pictures as there may be keep no document from its turn', async () => {
  const { port } = await serveHttp(({ url }, response) => {
    if (url === '/client.json') response.writeHead(200, json).end('{}')
  })
  const at = `http://localhost:${port}`
  const pictures = Array.from({ length: maxRunning }, () =>
    fetchBytes(at, { accept: 'image/png', allowLoopback: true, timeoutMs: 500 }).catch(() => null),
  )
  expect((await fetchDocument(`${at}/client.json`, { allowLoopback: true })).status).toBe(200)
  await Promise.all(pictures)
})
