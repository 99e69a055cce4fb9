import { after } from 'next/server'
import { fetchNodeHandler } from 'srvx/node'
import { activityWritten } from '@/lib/activity/record'
import { attemptsWritten } from '@/lib/attempts/write-behind'
import { findEndpoint } from '@/lib/endpoints'
import { env } from '@/lib/env'
import { mailsSent } from '@/lib/mail/send'
import { inRequest, requestIdHeader, toRequestId } from '@/lib/request-id'

async function handle(request: Request): Promise<Response> {
  const id = toRequestId(request.headers.get(requestIdHeader), env().trustedProxy)
  const response = await inRequest(id, () => answer(request))
  response.headers.set(requestIdHeader, id)
  return response
}

async function answer(request: Request): Promise<Response> {
  const endpoint = findEndpoint(new URL(request.url).pathname)
  if (!endpoint) return new Response('Not found', { status: 404 })
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
