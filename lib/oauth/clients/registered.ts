import type { AdapterPayload } from 'oidc-provider'
import { db, query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { randomToken, sha256 } from '@/lib/secrets'
import { isRedirectUri } from './metadata'

type Surface = 'api' | 'mcp'

export type Preset = { name: string; redirectUris: string[]; surface?: Surface }

/**
 * How each host calls back, for `npm run client`. `{id}` is the id that the host gives to the
 * plugin or GPT, known only after it was saved there. Hosts that are not named here use `custom`.
 */
export const presets: Record<string, Preset> = {
  'chatgpt-plugin': {
    name: 'ChatGPT',
    redirectUris: ['https://chat.openai.com/aip/{id}/oauth/callback'],
  },
  'gpt-action': {
    name: 'ChatGPT',
    redirectUris: [
      'https://chat.openai.com/aip/{id}/oauth/callback',
      'https://chatgpt.com/aip/{id}/oauth/callback',
    ],
  },
  'm365-copilot': {
    name: 'Microsoft 365 Copilot',
    redirectUris: ['https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'],
  },
  'gemini-enterprise': {
    name: 'Gemini Enterprise',
    redirectUris: ['https://vertexaisearch.cloud.google.com/oauth-redirect'],
    surface: 'mcp',
  },
  custom: { name: 'Custom client', redirectUris: [] },
}

export type ClientRegistration = {
  preset: string
  name?: string
  /** Replaces the preset's own. */
  redirectUris?: string[]
  /** What stands for `{id}` in the preset's. */
  hostId?: string
  /** What its tokens are for when it does not say; the preset's, else the API. */
  surface?: Surface
}

/**
 * Registers a confidential client. The secret is told once and kept as a hash.
 * Throws PublicError `invalid_request` on a preset that is not there or a redirect address that
 * cannot be trusted.
 */
export async function addClient(
  registration: ClientRegistration,
): Promise<{ clientId: string; clientSecret: string; redirectUris: string[] }> {
  const preset = requirePreset(registration.preset)
  const redirectUris = redirectUrisOf(registration, preset)
  for (const uri of redirectUris) requireRedirectUri(uri)
  const clientId = `client_${randomToken().slice(0, 22)}`
  const clientSecret = randomToken()
  await db().client.create({
    data: {
      id: clientId,
      name: registration.name ?? preset.name,
      secretHash: sha256(clientSecret),
      redirectUris,
      preset: registration.preset,
      surface: registration.surface ?? preset.surface ?? 'api',
    },
  })
  return { clientId, clientSecret, redirectUris }
}

/** A host tells its callback late, or changes it: adds one to those of a client. */
export async function addRedirectUri(clientId: string, uri: string): Promise<void> {
  requireRedirectUri(uri)
  const [row] = await query(
    'client_add_redirect',
    `UPDATE "Client" SET "redirectUris" = array_append(array_remove("redirectUris", $2), $2)
     WHERE "id" = $1 AND "metadata" IS NULL RETURNING "id"`,
    [clientId, uri],
  )
  if (!row) throw new PublicError('not_found', `No operator registered a client ${clientId}.`)
}

function requirePreset(name: string): Preset {
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
  if (preset) return preset
  const names = Object.keys(presets).join(', ')
  throw new PublicError('invalid_request', `There is no preset ${name}. There are ${names}.`)
}

function redirectUrisOf({ redirectUris = [], hostId }: ClientRegistration, preset: Preset) {
  if (redirectUris.length > 0) return redirectUris
  const ownUris = preset.redirectUris.map((uri) => uri.replace('{id}', hostId ?? '{id}'))
  if (ownUris.length > 0 && !ownUris.some((uri) => uri.includes('{id}'))) return ownUris
  const missing = ownUris.length > 0 ? 'the id that the host gave' : 'a redirect address'
  throw new PublicError('invalid_request', `Say ${missing}.`)
}

function requireRedirectUri(uri: string): void {
  if (isRedirectUri(uri) && /^https?:/.test(uri)) return
  throw new PublicError(
    'invalid_request',
    `${uri} is not a redirect address: use https without a fragment, or http on localhost.`,
  )
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
  surface: Surface
  metadata: string | null
}

export async function findStoredClient(id: string): Promise<AdapterPayload | undefined> {
  if (!/^[\w-]{1,100}$/.test(id)) return undefined
  const [row] = await query<Row>(
    'client_find',
    `SELECT "id", "name", "secretHash", "redirectUris", "surface", "metadata" FROM "Client" WHERE "id" = $1`,
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
      surface: row.surface,
    }
  )
}
