import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as oidc from 'openid-client'
import type { Person } from './person'

/** Registers a public client as any stranger may (RFC 7591), for a loopback address. */
export const register = (origin: string, redirectUri: string): Promise<oidc.Configuration> =>
  oidc.dynamicClientRegistration(
    new URL(origin),
    {
      client_name: 'Conformance',
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'none',
    },
    oidc.None(),
    { execute: [oidc.allowInsecureRequests], algorithm: 'oauth2' },
  )

/** An access token for MCP, from registration to consent. */
export async function signIn(origin: string, person: Person): Promise<string> {
  const arrived: string[] = []
  const server = createServer((request, response) => {
    arrived.push(request.url ?? '')
    response.end('You can close this page.')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const redirectUri = `http://127.0.0.1:${port}/callback`
  const config = await register(origin, redirectUri)
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const resource = `${origin}/mcp`
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'reservations:read reservations:write',
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    resource,
  })
  await person.allow(url.href)
  server.close()
  const back = new URL(arrived.find((path) => path.startsWith('/callback')) ?? '', redirectUri)
  const tokens = await oidc.authorizationCodeGrant(config, back, { pkceCodeVerifier }, { resource })
  return tokens.access_token
}
