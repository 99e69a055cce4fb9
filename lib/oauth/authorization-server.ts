import { createInteractions } from './interaction'
import { getProvider, type NodeHandler } from './server'
import type { FindBrowserSession } from './session'
import { toProviderRequest } from './wire'

export function createAuthorizationServer(findBrowserSession: FindBrowserSession) {
  const handle: NodeHandler = async (request, response) => {
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
