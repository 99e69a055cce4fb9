import type { IncomingMessage, ServerResponse } from 'node:http'
import { toNodeHandler } from 'srvx/node'
import type { Endpoint } from './endpoints'
import { log } from './log'
import { failedText, inRequest, requestIdHeader, toRequestId } from './request-id'
import { type RequestTold, requests } from './telemetry/channels'

type Exchanged = { request: IncomingMessage; response: ServerResponse }

const adapted = new WeakMap<Endpoint, (request: never, response: never) => unknown>()

/**
 * Names the request, in its headers too, for whoever answers it; what `work` does belongs to it. What
 * it throws is logged and answered.
 */
export async function identified(
  { request, response }: Exchanged,
  isTrusted: boolean,
  work: () => Promise<void>,
): Promise<void> {
  const id = toRequestId([request.headers[requestIdHeader]].flat()[0], isTrusted)
  request.headers[requestIdHeader] = id
  response.setHeader(requestIdHeader, id)
  await inRequest(id, async () => {
    try {
      await work()
    } catch (error) {
      log.error('request failed', error)
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end(failedText(id))
    }
  })
}

/** Answers an address for machines straight from node:http. */
export async function serveEndpoint(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await told(endpoint.path, { request, response }, async () => {
    if ('node' in endpoint) return endpoint.node(request, response)
    const handle = adapted.get(endpoint) ?? toNodeHandler(endpoint.fetch)
    adapted.set(endpoint, handle as never)
    await handle(request as never, response as never)
  })
}

/** Tells of a request what answered it, and with which status. */
export function told(
  endpoint: string,
  { request, response }: Exchanged,
  work: () => Promise<void>,
): Promise<void> {
  const asked: RequestTold = { endpoint, method: request.method ?? '' }
  return requests.tracePromise(async () => {
    await work()
    asked.status = response.statusCode
  }, asked)
}
