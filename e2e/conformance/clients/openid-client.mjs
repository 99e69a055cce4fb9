import assert from 'node:assert/strict'
import * as oidc from 'openid-client'
import { publish } from './metadata-document.mjs'
import { assertRefused, listenForCallback, mcpUrl, mine, origin, statusOf, step } from './story.mjs'

/** An OAuth library that knows nothing of MCP, driven by what RFC 9728 says of the resource. */
const callback = await listenForCallback()
const options = { execute: [oidc.allowInsecureRequests], algorithm: 'oauth2' }
const metadata = { redirect_uris: [callback.redirectUri], client_name: 'openid-client' }
const identify = {
  registered: () => oidc.dynamicClientRegistration(new URL(origin), metadata, undefined, options),
  published: async () => {
    const id = await publish({ ...metadata, token_endpoint_auth_method: 'none' })
    return oidc.discovery(new URL(origin), id, undefined, oidc.None(), options)
  },
}
let config
let tokens

await step('challenge and discovery', async () => {
  const response = await fetch(mcpUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: mine }),
  })
  assert.equal(response.status, 401)
  const challenge = response.headers.get('www-authenticate')
  const about = await (await fetch(/resource_metadata="([^"]+)"/.exec(challenge)[1])).json()
  assert.equal(about.resource, mcpUrl)
  assert.deepEqual(about.authorization_servers, [origin])
})
await step(process.argv[2], async () => {
  config = await identify[process.argv[2]]()
})
await step('consent and token', async () => {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const expectedState = oidc.randomState()
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callback.redirectUri,
    scope: 'openid email reservations:read',
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    resource: mcpUrl,
    state: expectedState,
  })
  console.log(`authorize: ${url.href}`)
  const back = new URL(`${callback.redirectUri}?${await callback.next()}`)
  const checks = { pkceCodeVerifier, expectedState, idTokenExpected: true }
  tokens = await oidc.authorizationCodeGrant(config, back, checks, { resource: mcpUrl })
  assert.equal(await statusOf(tokens.access_token), 200)
})
await step('userinfo', async () => {
  const { sub } = tokens.claims()
  const info = await oidc.fetchUserInfo(config, tokens.access_token, sub)
  assert.match(info.email, /@example\.com$/)
})
await step('refreshes', async () => {
  tokens = await oidc.refreshTokenGrant(config, tokens.refresh_token, { resource: mcpUrl })
  assert.equal(await statusOf(tokens.access_token), 200)
})
await step('introspection', async () => {
  assert.equal((await oidc.tokenIntrospection(config, tokens.access_token)).active, true)
})
await step('is out at once when revoked', async () => {
  await oidc.tokenRevocation(config, tokens.refresh_token)
  await assertRefused(tokens.access_token)
  const refused = oidc.refreshTokenGrant(config, tokens.refresh_token)
  await assert.rejects(refused, { error: 'invalid_grant' })
})
process.exit(0)
