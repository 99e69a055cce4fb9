import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { watchLog } from '@/lib/testing/logged'
import { createCatalog } from '../catalog'
import { createApi } from '../http'
import { defineOperation } from '../operation'
import { createMcp } from './endpoint'
import { about, createToyClient, toyPlugin } from './toy-endpoint'

let asked = () => {}
let told = (_reason: unknown) => {}

const catalog = createCatalog({
  wait: defineOperation({
    route: 'GET /wait',
    scope: null,
    effect: 'read',
    summary: 'Wait',
    description: 'Waits until nobody listens.',
    input: z.object({}),
    output: z.object({}),
    examples: [],
    handler: (_input, { signal }) =>
      new Promise(() => {
        signal.addEventListener('abort', () => told(signal.reason))
        asked()
      }),
  }),
})

const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'wait' } }

it.each([
  ['MCP', '/mcp', 'POST', JSON.stringify(call)],
  ['REST', '/api/wait', 'GET', undefined],
])('a client that hangs up on %s stops the operation', async (_carrier, path, method, body) => {
  const plugin = toyPlugin('http://localhost', catalog)
  const handle = path === '/mcp' ? createMcp(plugin, () => about) : createApi(plugin)
  const logged = watchLog()
  const server = createServer(toNodeHandler(handle) as never)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const stopped = new Promise((resolve) => {
      told = resolve
    })
    const { port } = server.address() as AddressInfo
    const headers = { 'content-type': 'application/json' }
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers })
    outgoing.on('error', () => {})
    asked = () => outgoing.destroy()
    outgoing.end(body)
    expect(await stopped).toMatchObject({ code: 'timeout' })
    expect(logged.lines()).toEqual([])
  } finally {
    logged.restore()
    server.close()
  }
})

it('what takes too long is told as a result, in time for the host to read it', async () => {
  vi.useFakeTimers()
  try {
    asked = () => queueMicrotask(() => vi.advanceTimersByTime(44_000))
    const { ask } = createToyClient('https://toy.example', catalog)
    const { status, body } = await ask('tools/call', { name: 'wait' })
    expect(status).toBe(200)
    expect(body.result).toMatchObject({ isError: true, _meta: { 'latchkey/code': 'timeout' } })
  } finally {
    vi.useRealTimers()
  }
})
