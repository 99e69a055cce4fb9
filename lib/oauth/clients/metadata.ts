import type { JWK, SigningAlgorithm } from 'oidc-provider'
import { env, isLoopback } from '@/lib/env'
import { playgroundCallback } from '@/lib/playground-callback'
import { ClientRefused } from './refused'

type AuthMethod = 'none' | 'private_key_jwt' | 'client_secret_basic' | 'client_secret_post'

/** What a client says of itself, as far as this server uses it. RFC 7591 §2. */
export type ClientMetadata = {
  client_name?: string
  redirect_uris: string[]
  application_type: 'native' | 'web'
  grant_types: string[]
  response_types: ['code']
  token_endpoint_auth_method: AuthMethod
  token_endpoint_auth_signing_alg?: SigningAlgorithm
  jwks_uri?: string
  jwks?: { keys: JWK[] }
  client_uri?: string
  logo_uri?: string
  policy_uri?: string
  tos_uri?: string
  post_logout_redirect_uris?: string[]
}

/**
 * Takes what can be used and leaves out the rest, as RFC 7591 §3.2.1 lets a server do: clients ask
 * for grants (device_code) and scopes that are not there, and must get in all the same.
 * Throws ClientRefused.
 */
export function toClientMetadata(said: Record<string, unknown>): ClientMetadata {
  const redirectUris = toRedirectUris(said.redirect_uris)
  return withoutUndefined({
    client_name: toName(said.client_name),
    redirect_uris: redirectUris,
    // RFC 8252 §7.3: only a native client may come back to any port of this machine.
    application_type: redirectUris.some(isNative) ? 'native' : 'web',
    grant_types: toGrantTypes(said.grant_types),
    response_types: ['code'],
    token_endpoint_auth_method: toAuthMethod(said),
    token_endpoint_auth_signing_alg: toSigningAlgorithm(said),
    ...toKeys(said),
    client_uri: toWebAddress(said.client_uri),
    logo_uri: toWebAddress(said.logo_uri),
    policy_uri: toWebAddress(said.policy_uri),
    tos_uri: toWebAddress(said.tos_uri),
    post_logout_redirect_uris: toLogoutUris(said.post_logout_redirect_uris),
  })
}

const mostRedirectUris = 20
const longestUri = 2000

function toRedirectUris(value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0) throw new ClientRefused('redirect_uris_missing')
  if (value.length > mostRedirectUris) throw new ClientRefused('redirect_uri_refused')
  return [...new Set(value)].map((uri) => {
    if (!isRedirectUri(uri)) throw new ClientRefused('redirect_uri_refused')
    return uri
  })
}

const mostKeys = 20

/** RFC 7517 §5, each key by its flat members only. Throws ClientRefused. */
export function toKeySet({ keys }: Record<string, unknown>): { keys: JWK[] } {
  if (!Array.isArray(keys)) throw new ClientRefused('metadata_refused')
  return { keys: keys.slice(0, mostKeys).map(toFlat) as unknown as JWK[] }
}

const toFlat = (key: unknown): object =>
  Object.fromEntries(
    Object.entries(typeof key === 'object' && key !== null ? key : {}).filter(
      ([, value]) => typeof value === 'string',
    ),
  )

// Names that lead into the browser itself or into another program's hands.
const foreignSchemes =
  /^(about|blob|chrome|data|file|filesystem|ftp|intent|javascript|mailto|ms-[\w-]+|sms|tel|vbscript|view-source|web\+.*|wss?):$/

export function isRedirectUri(uri: unknown): uri is string {
  if (typeof uri !== 'string' || uri.length > longestUri || !URL.canParse(uri)) return false
  const url = new URL(uri)
  if (/[#\p{Cc}]/u.test(uri) || url.username || url.password) return false
  // A code that came back to this very site would stand in its own pages' addresses.
  const { origin } = env()
  if (url.origin === origin) return uri === playgroundCallback(origin)
  if (url.protocol === 'https:') return true
  if (url.protocol === 'http:') return isLoopback(url.hostname)
  return !foreignSchemes.test(url.protocol)
}

const isNative = (uri: string): boolean => new URL(uri).protocol !== 'https:'

const knownGrants = ['authorization_code', 'refresh_token']

// A client that asks for no refresh token and gets none would send its people back here every hour.
function toGrantTypes(value: unknown): string[] {
  const asked = Array.isArray(value) ? knownGrants.filter((grant) => value.includes(grant)) : []
  return asked.includes('authorization_code') ? asked : knownGrants
}

const authMethods: AuthMethod[] = [
  'none',
  'private_key_jwt',
  'client_secret_basic',
  'client_secret_post',
]

// RFC 7591 §2: without a word it is client_secret_basic.
function toAuthMethod(said: Record<string, unknown>): AuthMethod {
  const asked = said.token_endpoint_auth_method
  return authMethods.find((method) => method === asked) ?? 'client_secret_basic'
}

export const clientSigningAlgorithms: SigningAlgorithm[] = ['RS256', 'ES256', 'PS256', 'EdDSA']

function toSigningAlgorithm(said: Record<string, unknown>): SigningAlgorithm | undefined {
  if (said.token_endpoint_auth_method !== 'private_key_jwt') return undefined
  return clientSigningAlgorithms.find((name) => name === said.token_endpoint_auth_signing_alg)
}

function toKeys({
  token_endpoint_auth_method: method,
  jwks_uri: uri,
  jwks,
}: Record<string, unknown>) {
  if (method !== 'private_key_jwt') return {}
  if (typeof uri === 'string') return { jwks_uri: toWebAddress(uri) }
  return typeof jwks === 'object' && jwks !== null
    ? { jwks: toKeySet(jwks as Record<string, unknown>) }
    : {}
}

const toName = (value: unknown): string | undefined =>
  (typeof value === 'string' &&
    value
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200)) ||
  undefined

function toWebAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longestUri || !URL.canParse(value))
    return undefined
  const url = new URL(value)
  const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  return isWeb && !url.username ? value : undefined
}

function toLogoutUris(value: unknown): string[] | undefined {
  const uris = Array.isArray(value) ? value.filter(isRedirectUri).slice(0, mostRedirectUris) : []
  return uris.length > 0 ? uris : undefined
}

const withoutUndefined = (metadata: object): ClientMetadata =>
  Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => value !== undefined),
  ) as ClientMetadata
