import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { afterAll, beforeAll } from 'vitest'

export type Answer = { status: number; headers: Record<string, string>; body: string }
/** What stands between: changes an answer, or never gives one. */
export type Fault = (path: string, answer: Answer) => Answer | Promise<Answer>

export const noFault: Fault = (_path, answer) => answer

/** The site, and what stands before it; `fault` may change while they run. */
export function serveFaultySite() {
  const site = { origin: '', inner: '', fault: noFault }
  const servers: Server[] = []
  const listen = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
    const server = createServer(answer)
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }

  beforeAll(async () => {
    site.origin = `http://localhost:${await listen((...asked) => passOn(site, ...asked))}`
    process.env.APP_ORIGIN = site.origin
    const { findEndpoint } = await import('@/lib/endpoints')
    site.inner = `http://127.0.0.1:${await listen((...asked) => answerFrom(findEndpoint, ...asked))}`
  })

  afterAll(async () => {
    const { disconnect } = await import('@/lib/data/db')
    for (const server of servers) server.closeAllConnections()
    for (const server of servers) server.close()
    await disconnect()
  })

  return site
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? ''

async function passOn(
  { inner, fault }: { inner: string; fault: Fault },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
  const body = Buffer.concat(chunks)
  const answered = await fetch(inner + request.url, {
    method: request.method,
    headers: headers as Record<string, string>,
    redirect: 'manual',
    ...(body.length > 0 && { body }),
  })
  const { 'set-cookie': ____, ...kept } = Object.fromEntries(answered.headers)
  const answer = await fault(pathOf(request), {
    status: answered.status,
    headers: kept,
    body: await answered.text(),
  })
  const { 'content-length': _length, 'transfer-encoding': _te, ...rest } = answer.headers
  response.writeHead(answer.status, { ...rest, 'set-cookie': answered.headers.getSetCookie() })
  response.end(answer.body)
}

// Pages stand in for those of Next: that they are right is seen in the browser's story.
const pages: Record<string, [type: string, body: string]> = {
  '/sign-in': ['text/html', '<form></form>'],
  '/legal': ['text/html', 'legal'],
  '/logo.png': ['image/png', 'png'],
}

async function answerFrom(
  findEndpoint: typeof import('@/lib/endpoints').findEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.headers['x-forwarded-for'] = '127.0.0.1'
  const path = pathOf(request)
  const endpoint = findEndpoint(path)
  const page = pages[path]
  if (page) response.writeHead(200, { 'content-type': page[0] }).end(page[1])
  else if (!endpoint) response.writeHead(404).end()
  else if ('node' in endpoint) await endpoint.node(request, response)
  else await toNodeHandler(endpoint.fetch)(request as never, response as never)
}
