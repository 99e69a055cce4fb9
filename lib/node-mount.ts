import type { IncomingMessage, ServerResponse } from 'node:http'
import { toNodeHandler } from 'srvx/node'
import type { Endpoint } from './endpoints'
import { inRequest, requestIdHeader, toRequestId } from './request-id'

const adapted = new WeakMap<Endpoint, (request: never, response: never) => unknown>()

/** Names the request, in its headers too, for whoever answers it; what `work` does belongs to it. */
export function identified<T>(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  isTrusted: boolean,
  work: () => T,
): T {
  const id = toRequestId([request.headers[requestIdHeader]].flat()[0], isTrusted)
  request.headers[requestIdHeader] = id
  response.setHeader(requestIdHeader, id)
  return inRequest(id, work)
}

/** Answers an address for machines straight from node:http. */
export async function serveEndpoint(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if ('node' in endpoint) return endpoint.node(request, response)
  const handle = adapted.get(endpoint) ?? toNodeHandler(endpoint.fetch)
  adapted.set(endpoint, handle as never)
  await handle(request as never, response as never)
}
