import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

/** Serves the endpoint table on a free port for the tests of a file; resolves the origin lazily. */
export function serveEndpoints(): { origin: () => string } {
  let server: Server
  let origin = ''

  beforeAll(async () => {
    server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
    // Before anything reads the environment: the issuer is this very address.
    process.env.APP_ORIGIN = origin
    process.env.TRUSTED_PROXY = '1'
    const { findEndpoint } = await import('@/lib/endpoints')
    const { identified, serveEndpoint } = await import('@/lib/node-mount')
    server.on('request', async (request, response) => {
      // A test may say that it comes from elsewhere, as the proxy would.
      request.headers['x-forwarded-for'] ??= request.socket.remoteAddress
      const endpoint = findEndpoint((request.url ?? '').split('?')[0] ?? '')
      if (endpoint) {
        await identified({ request, response }, true, () =>
          serveEndpoint(endpoint, request, response),
        )
      } else response.writeHead(404).end()
    })
  })

  afterAll(async () => {
    const { disconnect } = await import('@/lib/data/db')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await disconnect()
  })

  return { origin: () => origin }
}
