import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PublicError, statusOfCode } from '@/lib/errors'
import { readBody } from './read-json'

let failure = (_error: PublicError) => {}

const server = createServer(
  toNodeHandler(async (incoming: Request) => {
    try {
      return Response.json(await readBody(incoming))
    } catch (error) {
      if (!(error instanceof PublicError)) throw error
      failure(error)
      return new Response(null, { status: statusOfCode(error.code) })
    }
  }) as never,
)
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const open = () => {
  const { port } = server.address() as AddressInfo
  return request({ host: '127.0.0.1', port, method: 'POST' })
}

it('reads what comes in parts over a real connection', async () => {
  const outgoing = open()
  outgoing.write('{"text":"caf')
  outgoing.end('é"}')
  const answer = await new Promise<string>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (response) => response.on('data', (data) => resolve(String(data))))
  })
  expect(answer).toBe('{"text":"café"}')
})

it('answers a body that never ends while it is still coming', async () => {
  const outgoing = open()
  outgoing.on('error', () => {})
  const status = new Promise((resolve) => {
    outgoing.on('response', (response) => resolve(response.statusCode))
  })
  for (let part = 0; part < 20; part += 1) outgoing.write(' '.repeat(10_000))
  expect(await status).toBe(413)
  outgoing.destroy()
})

it('takes a body that breaks off for the sender’s fault', async () => {
  const failed = new Promise<PublicError>((resolve) => {
    failure = resolve
  })
  const outgoing = open()
  outgoing.on('error', () => {})
  outgoing.write('{"text"')
  setTimeout(() => outgoing.destroy(), 50)
  expect((await failed).code).toBe('invalid_request')
})
