import type { IncomingMessage, ServerResponse } from 'node:http'
import { canRegister } from './clients/admission-setting'
import { prepareRegistration } from './clients/registration'
import { createInteractions } from './interaction'
import { getProvider, type NodeHandler, routes } from './server'
import type { Site } from './session'
import { sweepNowAndThen } from './sweep'
import { toProviderRequest } from './wire'

/** Characters; real requests have a few hundred, rarely two thousand. */
const longestUrl = 6000

// oidc-provider's router reads a path in more than one spelling; what stands before it here reads one.
function isPlainPath(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  const folded = path.toLowerCase().replace(/\/$/, '')
  const isOther = folded !== path && Object.values(routes).includes(folded)
  return /^[\w./~-]*$/.test(path) && !isOther && !path.startsWith(`${routes.end_session}/`)
}

const isRegistration = async ({ url }: IncomingMessage): Promise<boolean> =>
  url?.split('?')[0] === routes.registration && (await canRegister())

/** The registration as oidc-provider takes it, or null when it was answered here. */
async function register(request: IncomingMessage, response: ServerResponse) {
  // Clients that run in a browser register too; there is nothing here that a cookie opens.
  response.setHeader('access-control-allow-origin', '*')
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, mcp-protocol-version',
    })
    response.end()
    return null
  }
  if (request.method !== 'POST') return request
  const prepared = await prepareRegistration(request)
  if ('request' in prepared) return prepared.request
  const { status, error, description, retryAfter } = prepared.refused
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(retryAfter && { 'retry-after': String(retryAfter) }),
  })
  response.end(JSON.stringify({ error, error_description: description }))
  return null
}

/** `sweep` is called now and then; `onAllowed` with the id of what a person allowed. */
export function createAuthorizationServer(
  site: Site,
  sweep: () => Promise<unknown>,
  onAllowed: (grantId: string) => Promise<void>,
) {
  const handle: NodeHandler = async (request, response) => {
    // What an authorization request says is kept for an hour, whoever sends it.
    if ((request.url?.length ?? 0) > longestUrl) {
      response.writeHead(414).end()
      return
    }
    if (!isPlainPath(request.url ?? '')) {
      response.writeHead(404).end()
      return
    }
    sweepNowAndThen(sweep)
    const provider = await getProvider(site)
    const ready = (await isRegistration(request)) ? await register(request, response) : request
    if (ready) await provider.callback()(await toProviderRequest(ready), response)
  }

  return {
    handle,
    /** RFC 8414 with the values of OpenID discovery: one document at two addresses. */
    handleMetadata: (async (request, response) => {
      request.url = '/.well-known/openid-configuration'
      await handle(request, response)
    }) satisfies NodeHandler,
    ...createInteractions(site, onAllowed),
  }
}
