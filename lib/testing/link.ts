import * as oauth from 'oauth4webapi'
import { authorizationServer } from '@/lib/authorization-server'
import { env } from '@/lib/env'
import { addClient } from '@/lib/oauth/clients/registered'
import type { Decision } from '@/lib/oauth/interaction'
import type { Length } from '@/lib/oauth/lengths'
import { mcpResource } from '@/lib/resources'
import type { TestPerson } from './people'

export const insecure = { [oauth.allowInsecureRequests]: true }

export const callback = 'https://chat.openai.com/aip/plugin-1/oauth/callback'

export type TestClient = { metadata: oauth.Client; auth: oauth.ClientAuth; redirectUri: string }

export async function createClient(redirectUri = callback): Promise<TestClient> {
  const added = await addClient({ preset: 'chatgpt-plugin', redirectUris: [redirectUri] })
  return {
    metadata: { client_id: added.clientId },
    auth: oauth.ClientSecretPost(added.clientSecret),
    redirectUri,
  }
}

/** A client that nobody registered: it has a verifier instead of a secret, and names the resource. */
export function openClient(
  clientId: string,
  redirectUri: string,
  auth: oauth.ClientAuth = oauth.None(),
): TestClient {
  return { metadata: { client_id: clientId }, auth, redirectUri }
}

type LinkAnswer = ConsentAnswer & { scope?: string }

/** Links an open client as MCP has it: S256, and `resource` at both ends. */
export async function linkOpen(
  person: TestPerson,
  client: TestClient,
  resource = mcp(),
  { scope = 'reservations:read reservations:write', ...answer }: LinkAnswer = {},
) {
  const verifier = oauth.generateRandomCodeVerifier()
  const url = authorizeUrl(client, { scope, resource, ...(await challengeOf(verifier)) })
  const back = await authorize(person, url, answer)
  const tokens = await exchange(client, back, verifier, { resource })
  return { access: tokens.access_token, refresh: String(tokens.refresh_token), tokens }
}

export const mcp = (): string => mcpResource(env().origin)

export const challengeOf = async (verifier: string) => ({
  code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
})

export async function discover(): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(env().origin)
  const response = await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' })
  return oauth.processDiscoveryResponse(issuer, response)
}

export function authorizeUrl(client: TestClient, extra: Record<string, string> = {}): string {
  const url = new URL('/oauth/authorize', env().origin)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.metadata.client_id,
    redirect_uri: client.redirectUri,
    scope: 'reservations:read reservations:write',
    state: 'state-of-the-host',
    ...extra,
  }).toString()
  return url.href
}

export type ConsentAnswer = {
  allow?: boolean
  onlyLook?: boolean
  /** Switched on, beside what stands on already. */
  chosen?: string[]
  leaveOut?: string[]
  length?: Length
}

export const uidOf = (location: string): string => location.split('/').pop() ?? ''

/** What the consent page shows this person. */
export async function seeConsent(person: TestPerson, location: string) {
  const viewer = { id: person.id, sessionId: person.sessionId }
  const cookies = person.browser.cookies()
  const request = await authorizationServer.getConsentRequest(uidOf(location), cookies, viewer)
  if (!request) throw new Error('there is no question')
  return request
}

/** What the page's form would send. */
export async function toDecision(
  person: TestPerson,
  location: string,
  { allow = true, onlyLook, chosen = [], leaveOut = [], length = 'always' }: ConsentAnswer = {},
): Promise<Decision> {
  const { scopes, proof } = await seeConsent(person, location)
  const on = scopes.filter((scope) => scope.on && scope.state === 'choice').map(({ name }) => name)
  const signedInAt = Math.floor(Date.now() / 1000)
  return {
    uid: uidOf(location),
    cookies: person.browser.cookies(),
    account: { id: person.id, sessionId: person.sessionId, signedInAt },
    proof,
    answer: allow ? (onlyLook ? 'look' : 'allow') : 'deny',
    chosen: [...on.filter((name) => !leaveOut.includes(name)), ...chosen],
    length,
  }
}

/** Answers the consent that `location` leads to; resolves to where the browser is sent back. */
export async function answerConsent(
  person: TestPerson,
  location: string,
  given: ConsentAnswer = {},
): Promise<URL> {
  const next = await authorizationServer.decide(await toDecision(person, location, given))
  const { location: back } = await person.browser.visit(String(next))
  return new URL(String(back))
}

/** The whole way from the host's link to the address with the code. */
export async function authorize(
  person: TestPerson,
  url: string,
  answer: ConsentAnswer = {},
): Promise<URL> {
  const { location } = await person.browser.visit(url)
  if (location?.startsWith('/interaction/')) return answerConsent(person, location, answer)
  return new URL(String(location))
}

export async function exchange(
  client: TestClient,
  back: URL,
  verifier: string | null = null,
  additionalParameters: Record<string, string> = {},
) {
  const as = await discover()
  const parameters = oauth.validateAuthResponse(as, client.metadata, back, 'state-of-the-host')
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client.metadata,
    client.auth,
    parameters,
    client.redirectUri,
    verifier ?? oauth.nopkce,
    { ...insecure, additionalParameters },
  )
  return oauth.processAuthorizationCodeResponse(as, client.metadata, response)
}

export async function refresh(client: TestClient, refreshToken: string) {
  const as = await discover()
  const response = await oauth.refreshTokenGrantRequest(
    as,
    client.metadata,
    client.auth,
    refreshToken,
    insecure,
  )
  return oauth.processRefreshTokenResponse(as, client.metadata, response)
}

export async function link(
  person: TestPerson,
  client: TestClient,
  extra = {},
  answer: ConsentAnswer = {},
) {
  const back = await authorize(person, authorizeUrl(client, extra), answer)
  const tokens = await exchange(client, back)
  return { access: tokens.access_token, refresh: String(tokens.refresh_token), tokens }
}

export const callApi = (token: string, path = '/api/reservations', init: RequestInit = {}) =>
  fetch(env().origin + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...(init.headers as object) },
  })

/** Lists the tools, which needs no token, with one all the same. */
export const callMcp = (token: string, call: object = { method: 'tools/list' }) =>
  fetch(mcp(), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...call }),
  })

/** Within how many milliseconds the API, or another that is called so, refuses the token. */
export async function msUntilRefused(
  token: string,
  call: (token: string) => Promise<Response> = callApi,
): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < 3000) {
    if ((await call(token)).status === 401) return performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return Number.POSITIVE_INFINITY
}
