import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import next from 'next'
import { activityWritten } from '@/lib/activity/record'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { warnOfProxy } from '@/lib/client-address'
import { disconnect } from '@/lib/data/db'
import { findEndpoint } from '@/lib/endpoints'
import { env, isLoopback, readEnv } from '@/lib/env'
import { identified, serveEndpoint, told } from '@/lib/node-mount'
import { quietConsole } from '@/lib/quiet-console'
import { announce } from '@/lib/start-block'
import { statsWritten } from '@/lib/stats/written'
import { startSweeping } from '@/lib/sweep/interval'
import { telemetry } from '@/lib/telemetry/start'

/**
 * One process on a machine of your own: addresses for machines straight from node:http, where they
 * cost a fraction of what a Next route handler does; pages through Next.
 */
const { trustedProxy } = readEnv(process.env)
// To everything in here this very process is the proxy: what it writes into a request holds.
process.env.TRUSTED_PROXY = '1'
const { origin, port, local } = env()
quietConsole()
const { end: endTelemetry } = await telemetry()
const app = next({ dev: false, dir: process.cwd(), port })
await app.prepare()
const servePage = app.getRequestHandler()

const listener: RequestListener = (request, response) => {
  void identified({ request, response }, trustedProxy, () => answer(request, response))
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  setClientAddress(request)
  if (local && !isLoopback(hostnameOf(request))) {
    // DNS rebinding: another site's name that leads to this machine must not speak for it.
    response.writeHead(421).end()
    return
  }
  const endpoint = findEndpoint(pathOf(request))
  if (endpoint) await serveEndpoint(endpoint, request, response)
  else await told('page', { request, response }, () => answerPage(request, response))
}

const { host: ownHost } = new URL(origin)

async function answerPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Cookies and forms belong to the origin: 127.0.0.1 and whatever else leads here goes there.
  const isElsewhere = local && request.headers.host !== ownHost
  if (isElsewhere && (request.method === 'GET' || request.method === 'HEAD')) {
    response.writeHead(303, { location: new URL(request.url ?? '/', origin).href }).end()
    return
  }
  await servePage(request, response)
}

const hostnameOf = (request: IncomingMessage): string =>
  (request.headers.host ?? '').replace(/:\d+$/, '')

function pathOf(request: IncomingMessage): string {
  const url = request.url ?? '/'
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

// Who is not a proxy of ours may not say where a request comes from.
function setClientAddress(request: IncomingMessage): void {
  if (trustedProxy) return
  if (request.headers['x-forwarded-for']) warnOfProxy()
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
}

const listen = (host: string | undefined): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1 to listen on.
      if (host === '::1' && error.code !== 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    server.listen({ port, host }, () => resolve(server))
  })

const hosts = local ? ['127.0.0.1', '::1'] : [undefined]
const servers = (await Promise.all(hosts.map(listen))).filter((server) => server !== null)
await announce()
startSweeping()

let stopping = false

/** Lets running requests end, then closes what is open. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)))
  for (const server of servers) server.closeIdleConnections()
  await Promise.race([Promise.all(closed), new Promise((resolve) => setTimeout(resolve, 3000))])
  await app.close().catch(() => {})
  await attemptsWritten()
  await activityWritten()
  await statsWritten()
  await disconnect()
  await endTelemetry()
  process.exit(0)
}

process.on('SIGINT', stop)
process.on('SIGTERM', stop)
