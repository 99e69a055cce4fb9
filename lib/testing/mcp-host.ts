import * as oauth from 'oauth4webapi'
import {
  type ConsentAnswer,
  insecure,
  linkOpen,
  mcp,
  openClient,
  refresh,
  type TestClient,
} from './link'
import type { TestPerson } from './people'

/** What a host that speaks MCP does to connect, from nothing but the address of the server. */
export type McpHost = {
  redirectUri: string
  userAgent?: string
  /** A URL under which the host publishes itself, or what it sends to register. */
  identity: { documentUrl: string } | { registration: object }
  auth?: (secret: string | undefined) => oauth.ClientAuth
}

export type Connected = {
  client: TestClient
  access: string
  refreshToken: string
  idToken: string | undefined
}

export async function connect(
  host: McpHost,
  person: TestPerson,
  answer: ConsentAnswer = {},
): Promise<Connected> {
  const { metadata, as } = await discover(host)
  const { clientId, secret } = await identify(host, as)
  const client = openClient(clientId, host.redirectUri, host.auth?.(secret))
  const linked = await linkOpen(person, client, metadata.resource, {
    ...answer,
    scope: metadata.scope,
  })
  return {
    client,
    access: linked.access,
    refreshToken: linked.refresh,
    idToken: linked.tokens.id_token,
  }
}

/** Challenge → protected-resource metadata → authorization-server metadata, with every check. */
async function discover({ userAgent }: McpHost) {
  const headers = { 'content-type': 'application/json', 'user-agent': userAgent ?? 'host' }
  const params = { name: 'listReservations', arguments: {} }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
  const challenged = await fetch(mcp(), { method: 'POST', headers, body })
  const challenge = challenged.headers.get('www-authenticate') ?? ''
  const parameter = (name: string) => challenge.match(new RegExp(`${name}="([^"]+)"`))?.[1] ?? ''
  const resource = new URL(mcp())
  const about = await oauth.processResourceDiscoveryResponse(
    resource,
    await oauth.resourceDiscoveryRequest(resource, insecure),
  )
  const named = await (await fetch(parameter('resource_metadata'))).json()
  if (JSON.stringify(named) !== JSON.stringify(about)) throw new Error('two descriptions')
  const issuer = new URL(String(about.authorization_servers?.[0]))
  const as = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' }),
  )
  if (!as.code_challenge_methods_supported?.includes('S256')) throw new Error('no S256')
  return { as, metadata: { resource: about.resource, scope: parameter('scope') } }
}

async function identify(host: McpHost, as: oauth.AuthorizationServer) {
  if ('documentUrl' in host.identity) {
    if (!as.client_id_metadata_document_supported) throw new Error('no client documents')
    return { clientId: host.identity.documentUrl, secret: undefined }
  }
  const response = await oauth.dynamicClientRegistrationRequest(
    as,
    host.identity.registration as Partial<oauth.Client>,
    insecure,
  )
  const client = await oauth.processDynamicClientRegistrationResponse(response)
  return { clientId: client.client_id, secret: client.client_secret as string | undefined }
}

/** A later refresh, as the hosts do it: the new token comes in the same answer. */
export async function refreshed({ client, refreshToken }: Connected): Promise<Connected> {
  const tokens = await refresh(client, refreshToken)
  return {
    client,
    access: tokens.access_token,
    refreshToken: String(tokens.refresh_token),
    idToken: tokens.id_token,
  }
}
