import { once } from 'node:events'
import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'

/**
 * Stands before the app and signs every request in, for tools that cannot send a header of their own.
 * Whoever names the proxy as host or origin means the app; any other name goes through as it is, so
 * that the app still judges it.
 */
export async function startBearerProxy(origin: string, token: string) {
  const app = new URL(origin)
  let own = ''
  const proxy = createServer((request, response) => {
    const { headers, method, url } = request
    const forwarded = send(new URL(url ?? '/', app), {
      method,
      headers: {
        ...headers,
        authorization: `Bearer ${token}`,
        host: headers.host === own ? app.host : headers.host,
        ...(headers.origin === `http://${own}` && { origin: app.origin }),
      },
    })
    forwarded.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      pipeline(answer, response, () => {})
    })
    pipeline(request, forwarded, () => {})
    response.once('close', () => forwarded.destroy())
  })
  proxy.listen(0, 'localhost')
  await once(proxy, 'listening')
  own = `localhost:${(proxy.address() as AddressInfo).port}`
  return {
    origin: `http://${own}`,
    stop() {
      proxy.close()
      proxy.closeAllConnections()
    },
  }
}
