import { after } from 'next/server'
import { fetchNodeHandler } from 'srvx/node'
import { activityWritten } from '@/lib/activity/record'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { type Endpoint, findEndpoint } from '@/lib/endpoints'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { mailsSent } from '@/lib/mail/send'
import { failedText, inRequest, requestId, requestIdHeader, toRequestId } from '@/lib/request-id'
import { type RequestTold, requests } from '@/lib/telemetry/channels'

async function handle(request: Request): Promise<Response> {
  const id = toRequestId(request.headers.get(requestIdHeader), env().trustedProxy)
  const response = await inRequest(id, () => told(request).catch(failed))
  response.headers.set(requestIdHeader, id)
  return response
}

function failed(error: unknown): Response {
  log.error('request failed', error)
  return new Response(failedText(String(requestId())), { status: 500 })
}

async function told(request: Request): Promise<Response> {
  const endpoint = findEndpoint(new URL(request.url).pathname)
  if (!endpoint) return new Response('Not found', { status: 404 })
  const asked: RequestTold = { endpoint: endpoint.path, method: request.method }
  return requests.tracePromise(async () => {
    const response = await answer(endpoint, request)
    asked.status = response.status
    return response
  }, asked)
}

async function answer(endpoint: Endpoint, request: Request): Promise<Response> {
  // A function that is frozen once it has answered must not keep what it has to write.
  after(attemptsWritten)
  after(() => activityWritten())
  after(mailsSent)
  if ('fetch' in endpoint) return endpoint.fetch(request)
  return fetchNodeHandler(endpoint.node as never, request)
}

/** Every method of a route file, answered from the endpoint table. */
export const mount = {
  GET: handle,
  HEAD: handle,
  POST: handle,
  PUT: handle,
  PATCH: handle,
  DELETE: handle,
  OPTIONS: handle,
}
