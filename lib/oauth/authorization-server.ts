import { createInteractions } from './interaction'
import { getProvider, type NodeHandler } from './server'
import type { FindBrowserSession } from './session'
import { sweepNowAndThen } from './sweep'
import { toProviderRequest } from './wire'

/** Characters; real requests have a few hundred, rarely two thousand. */
const longestUrl = 6000

export function createAuthorizationServer(findBrowserSession: FindBrowserSession) {
  const handle: NodeHandler = async (request, response) => {
    // What an authorization request says is kept for an hour, whoever sends it.
    if ((request.url?.length ?? 0) > longestUrl) {
      response.writeHead(414).end()
      return
    }
    sweepNowAndThen()
    const provider = await getProvider(findBrowserSession)
    await provider.callback()(await toProviderRequest(request), response)
  }

  return {
    handle,
    /** RFC 8414 with the values of OpenID discovery: one document at two addresses. */
    handleMetadata: (async (request, response) => {
      request.url = '/.well-known/openid-configuration'
      await handle(request, response)
    }) satisfies NodeHandler,
    ...createInteractions(findBrowserSession),
  }
}
