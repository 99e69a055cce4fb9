import { createServer } from 'node:http'
import Provider from 'oidc-provider'

/**
 * The limit for linking and refreshing: oidc-provider alone with its in-memory adapter. GET /sign-in
 * signs a person in; what they are asked for is allowed. Started with PORT.
 */
const { PORT } = process.env
const origin = `http://localhost:${PORT}`
const resource = `${origin}/api`
const scope = 'reservations:read reservations:write'

const provider = new Provider(origin, {
  clients: [
    {
      client_id: 'bench',
      client_secret: 'bench-secret-bench-secret-bench-secret',
      redirect_uris: ['https://host.example/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_post',
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: { keys: [JSON.parse(process.env.PRIVATE_JWK)] },
  scopes: ['openid', ...scope.split(' ')],
  pkce: { required: () => false },
  responseTypes: ['code'],
  expiresWithSession: () => false,
  rotateRefreshToken: true,
  issueRefreshToken: () => true,
  findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 3600,
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  async loadExistingGrant(ctx) {
    const { client, session } = ctx.oidc
    const known = session.grantIdFor(client.clientId)
    if (known) return provider.Grant.find(known)
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope(scope)
    grant.addResourceScope(resource, scope)
    await grant.save()
    return grant
  },
})

const answer = provider.callback()
createServer(async (request, response) => {
  if (request.url.startsWith('/interaction/')) {
    await provider.interactionFinished(request, response, { login: { accountId: 'ada' } })
    return
  }
  await answer(request, response)
}).listen(Number(PORT), 'localhost', () => console.log('ready'))
