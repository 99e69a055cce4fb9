import { request as send } from 'node:http'
import { Agent, createServer, request } from 'node:https'
import { generate } from 'selfsigned'

export type TlsProxy = { fetch: typeof fetch; stop: () => Promise<void> }

/** Ends TLS as a platform does, and gives each request to the next process in turn. */
export async function startProxy(port: number, backends: number[]): Promise<TlsProxy> {
  const certificate = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
  })
  let turn = 0
  const server = createServer(
    { key: certificate.private, cert: certificate.cert },
    (incoming, response) => {
      turn += 1
      const outgoing = send(
        {
          host: '127.0.0.1',
          port: backends[turn % backends.length],
          path: incoming.url,
          method: incoming.method,
          headers: {
            ...incoming.headers,
            'x-forwarded-proto': 'https',
            'x-forwarded-host': incoming.headers.host,
          },
        },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        },
      )
      outgoing.on('error', () => response.writeHead(502).end())
      incoming.pipe(outgoing)
    },
  )
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  const agent = new Agent({ rejectUnauthorized: false })
  return {
    fetch: ((url: string | URL, init: RequestInit = {}) =>
      fetchThrough(agent, String(url), init)) as typeof fetch,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** fetch() that believes the proxy's own certificate. */
function fetchThrough(agent: Agent, url: string, init: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const headers = Object.fromEntries(new Headers(init.headers))
    const outgoing = request(
      url,
      { agent, method: init.method ?? 'GET', headers },
      async (answer) => {
        const body = Buffer.concat(await answer.toArray())
        const status = answer.statusCode ?? 500
        const empty = status === 204 || status === 304
        resolve(
          new Response(empty ? null : body, { status, headers: answer.headers as HeadersInit }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(init.body ? String(init.body) : undefined)
  })
}
