import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { type Configuration, errors } from 'oidc-provider'
import { env } from '@/lib/env'
import { locales } from '@/lib/i18n/locales'
import { log } from '@/lib/log'
import { allScopes } from '@/lib/scopes'
import { hmac } from '@/lib/secrets'
import { accountClaims } from './account'
import { createAdapter } from './adapter'
import { compareSecrets, keepOwnAddresses } from './client-checks'
import { canRegister } from './clients/admission-setting'
import { isOpen } from './clients/find-client'
import { clientSigningAlgorithms } from './clients/metadata'
import { fetchKeys } from './clients/metadata-document'
import { registrationId } from './clients/registration'
import { renderError } from './error-page'
import { formTargetCookie, sealFormTarget } from './form-target'
import { grantLifetime } from './grants'
import { interactionCookie, signInPath } from './interaction-paths'
import { accessTokenLifetime, getKeys, type KeySet, signingAlgorithm } from './keys'
import { sendToSignOut } from './logout'
import { loadExistingGrant, policy } from './policy'
import { deriveRotatedTokens } from './refresh-token'
import { resourceIndicators } from './resource-indicators'
import { followBrowserSession, type Site } from './session'
import { followUiLocales } from './ui-locales'
import { watchAttempts } from './watch-attempts'
import { watchClients } from './watch-clients'
import { watchRefreshes } from './watch-refreshes'

export const routes = {
  authorization: '/oauth/authorize',
  token: '/oauth/token',
  revocation: '/oauth/revoke',
  introspection: '/oauth/introspect',
  jwks: '/oauth/jwks',
  registration: '/oauth/register',
  end_session: '/oauth/logout',
}

let current: { provider: Provider; version: string } | undefined

type Made = { keys: KeySet; registers: boolean }

/** oidc-provider, made anew when the signing keys or what it publishes changed. */
export async function getProvider(site: Site): Promise<Provider> {
  const [keys, registers] = await Promise.all([getKeys(), canRegister()])
  const version = `${keys.version} ${registers}`
  if (current?.version !== version) {
    current = { provider: createProvider({ keys, registers }, site), version }
  }
  return current.provider
}

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

function createProvider(made: Made, site: Site): Provider {
  const provider = new Provider(env().origin, configuration(made, site))
  // The origin is written into each request before it comes here; see wire.ts.
  provider.proxy = true
  compareSecrets(provider)
  deriveRotatedTokens(provider)
  keepOwnAddresses(provider)
  followBrowserSession(provider, site.findBrowserSession)
  watchAttempts(provider)
  watchClients(provider)
  watchRefreshes(provider)
  provider.on('server_error', (_ctx, error) => log.error('authorization server failed', error))
  followUiLocales(provider)
  return provider
}

const configuration = ({ keys, registers }: Made, site: Site): Configuration => ({
  adapter: createAdapter,
  jwks: { keys: keys.jwks as never },
  routes,
  scopes: allScopes,
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  discovery: {
    userinfo_endpoint: `${env().origin}/oauth/userinfo`,
    service_documentation: `${env().origin}/docs`,
    op_policy_uri: `${env().origin}/privacy`,
    ui_locales_supported: locales,
    op_tos_uri: `${env().origin}/legal`,
    client_id_metadata_document_supported: true,
  },
  responseTypes: ['code'],
  subjectTypes: ['public'],
  extraClientMetadata: { properties: ['surface'] },
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none', 'private_key_jwt'],
  clientDefaults: {
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    id_token_signed_response_alg: signingAlgorithm,
  },
  enabledJWA: {
    idTokenSigningAlgValues: [signingAlgorithm],
    clientAuthSigningAlgValues: clientSigningAlgorithms,
  },
  // Only key sets are fetched; what a client publishes of itself is read before.
  fetch: async (url) => fetchKeys(String(url)),
  cookies: {
    keys: [hmac('cookies', 'authorization server')],
    names: {
      interaction: interactionCookie(),
      // Its path is its own, which `__Host-` does not allow.
      resume: env().local ? 'latchkey.resume' : '__Secure-latchkey.resume',
      session: env().local ? 'latchkey.as' : '__Host-latchkey.as',
    },
    // One path for all, or the cookie would not come along from the sign-in page to the consent.
    short: cookie(),
    long: cookie(),
  },
  // Clients that an operator gave a secret came before PKCE.
  pkce: {
    required: (_ctx, { clientId, clientAuthMethod }) =>
      isOpen(clientId) || clientAuthMethod === 'none',
  },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: true, logoutSource: sendToSignOut },
    pushedAuthorizationRequests: { enabled: false },
    dPoP: { enabled: false },
    revocation: { enabled: true, allowedPolicy: ownToken },
    introspection: { enabled: true, allowedPolicy: ownToken },
    registration: {
      enabled: registers,
      idFactory: registrationId,
      issueRegistrationAccessToken: false,
    },
    resourceIndicators,
  },
  assertJwtClientAuthClaimsAndHeader: (_ctx, { exp }) => {
    // An assertion is remembered until it ends, so that it works once.
    if (!(Number(exp) < Date.now() / 1000 + 3600))
      throw new errors.InvalidClientAuth('exp too late')
  },
  // Lets the API know which connection a token belongs to, so that ending it is true at once.
  extraTokenClaims: (_ctx, token) => ('grantId' in token ? { grant: token.grantId } : undefined),
  expiresWithSession: () => false,
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  loadExistingGrant,
  findAccount: (_ctx, accountId) => ({ accountId, claims: () => accountClaims(accountId) }),
  interactions: {
    policy: policy(site),
    url: (ctx, interaction) => {
      const { uid, params, prompt } = interaction
      const target = sealFormTarget(uid, String(params.redirect_uri))
      ctx.cookies.set(formTargetCookie(), target, { ...cookie(), signed: false })
      return prompt.name === 'login' ? signInPath(interaction) : `/interaction/${uid}`
    },
  },
  renderError,
  ttl: {
    AccessToken: (ctx) => withinGrant(ctx.oidc.entities.Grant?.exp),
    AuthorizationCode: 60,
    Grant: grantLifetime,
    IdToken: accessTokenLifetime,
    Interaction: 3600,
    RefreshToken: grantLifetime,
    Session: grantLifetime,
  },
})

const cookie = () => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: !env().local,
})

/** Seconds; a token must not outlive the connection, since a verified one is remembered. */
const withinGrant = (endsAt: number | undefined): number =>
  endsAt ? Math.max(1, Math.min(accessTokenLifetime, endsAt - now())) : accessTokenLifetime

const now = () => Math.ceil(Date.now() / 1000)

const ownToken = async (
  _ctx: unknown,
  client: { clientId: string },
  token: { clientId?: string },
) => token.clientId === client.clientId
