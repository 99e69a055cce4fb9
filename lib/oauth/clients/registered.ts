import type { AdapterPayload } from 'oidc-provider'
import { db, query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { randomToken, sha256 } from '@/lib/secrets'

/** How each host calls back, for `npm run client`. Hosts not named here use `custom`. */
export const presets = {
  'chatgpt-plugin': { name: 'ChatGPT' },
  'gpt-action': { name: 'ChatGPT' },
  'm365-copilot': { name: 'Microsoft 365 Copilot' },
  custom: { name: 'Custom client' },
} as const

export type Preset = keyof typeof presets

export type ClientRegistration = { preset: Preset; name?: string; redirectUris: string[] }

/**
 * Registers a confidential client. The secret is told once and kept as a hash.
 * Throws PublicError `invalid_request` on a redirect address that cannot be trusted.
 */
export async function addClient(
  registration: ClientRegistration,
): Promise<{ clientId: string; clientSecret: string }> {
  const { preset, name, redirectUris } = registration
  for (const uri of redirectUris) requireRedirectUri(uri)
  const clientId = `client_${randomToken().slice(0, 22)}`
  const clientSecret = randomToken()
  await db().client.create({
    data: {
      id: clientId,
      name: name ?? presets[preset].name,
      secretHash: sha256(clientSecret),
      redirectUris,
      preset,
    },
  })
  return { clientId, clientSecret }
}

function requireRedirectUri(uri: string): void {
  const url = URL.canParse(uri) ? new URL(uri) : null
  const loopback =
    url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  if (!url || !(url.protocol === 'https:' || loopback) || url.hash || url.username) {
    throw new PublicError(
      'invalid_request',
      `${uri} is not a redirect address: use https without a fragment, or http on localhost.`,
    )
  }
}

export const docsClientId = 'latchkey-docs'

/** The API viewer of this site, which links like any other client. */
export const docsClient = (): AdapterPayload => ({
  client_id: docsClientId,
  client_name: 'API docs of this site',
  redirect_uris: [`${env().origin}/docs/callback`],
  token_endpoint_auth_method: 'none',
})

type Row = {
  id: string
  name: string
  secretHash: string | null
  redirectUris: string[]
  metadata: string | null
}

export async function findStoredClient(id: string): Promise<AdapterPayload | undefined> {
  if (!/^[\w-]{1,100}$/.test(id)) return undefined
  const [row] = await query<Row>(
    'client_find',
    `SELECT "id", "name", "secretHash", "redirectUris", "metadata" FROM "Client" WHERE "id" = $1`,
    [id],
  )
  return (
    row && {
      client_name: row.name,
      redirect_uris: row.redirectUris,
      token_endpoint_auth_method: row.secretHash ? 'client_secret_basic' : 'none',
      ...(row.metadata && JSON.parse(row.metadata)),
      ...(row.secretHash && { client_secret: row.secretHash }),
      client_id: row.id,
    }
  )
}

export const isPreset = (name: string): name is Preset => Object.hasOwn(presets, name)
