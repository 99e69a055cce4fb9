import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

type Answer = { status?: number; headers?: Record<string, string>; delayMs?: number; body: string }

/** A client's own web server on a loopback port, which answers whatever a test puts up. */
export function serveDocuments() {
  let server: Server
  const answers = new Map<string, Answer>()
  const asked: string[] = []

  const listener: RequestListener = (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers.get(path) ?? { status: 404, body: '{}' }
    const headers = { 'content-type': 'application/json', ...answer.headers }
    setTimeout(() => {
      response.writeHead(answer.status ?? 200, headers).end(answer.body)
    }, answer.delayMs ?? 0)
  }

  beforeAll(async () => {
    server = createServer(listener)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const url = (path: string): string =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
  return {
    url,
    /** How often a path was asked for. */
    countOf: (path: string) => asked.filter((one) => one === path).length,
    /** Resolves the address of what is put up; a function gets that address. */
    put(path: string, body: object | string | ((url: string) => object), answer = {}): string {
      const value = typeof body === 'function' ? body(url(path)) : body
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      answers.set(path, { body: text, ...answer })
      return url(path)
    },
  }
}
