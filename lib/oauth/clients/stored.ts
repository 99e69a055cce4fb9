import type { AdapterPayload } from 'oidc-provider'
import { query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { playgroundCallback } from '@/lib/playground-callback'
import { playgroundClient } from '@/lib/playground-client'
import { sha256 } from '@/lib/secrets'
import type { Surface } from './presets'
import { living } from './secrets'
import { isStopped } from './suspension'

export const docsClientId = 'latchkey-docs'

/** The API viewer of this site, which links like any other client. */
export const docsClient = (): AdapterPayload => ({
  client_id: docsClientId,
  client_name: 'API docs of this site',
  redirect_uris: [`${env().origin}/docs/callback`],
  token_endpoint_auth_method: 'none',
})

/** The playground of this site, in local mode; undefined for any other id, and elsewhere. */
export function findPlaygroundClient(id: string): AdapterPayload | undefined {
  const client = playgroundClient()
  if (client?.clientId !== id) return undefined
  return {
    client_id: id,
    client_name: 'Playground of this site',
    redirect_uris: [playgroundCallback(env().origin)],
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: sha256(client.clientSecret),
    surface: 'api',
  }
}

type Row = {
  id: string
  name: string
  hashes: string[]
  redirectUris: string[]
  surface: Surface
  metadata: string | null
  isSuspended: boolean
}

// What no request names: a client whose callback is not known yet is told that its own is not it.
const noRedirectUri = 'https://nothing.invalid/'
/** No hash is this, so no secret opens. */
const noSecret = 'none'

export type StoredClient = { metadata: AdapterPayload; isSuspended: boolean }

export async function findStoredClient(id: string): Promise<StoredClient | undefined> {
  if (!/^[\w-]{1,100}$/.test(id)) return undefined
  const [row] = await query<Row>(
    'client_find',
    `SELECT "id", "name", "redirectUris", "surface", "metadata", array(
       SELECT "hash" FROM "ClientSecret" WHERE "clientId" = "Client"."id" AND ${living}
     ) AS "hashes", ${isStopped('"Client"."id"')} AS "isSuspended" FROM "Client" WHERE "id" = $1`,
    [id],
  )
  if (!row) return undefined
  const said = row.metadata === null ? null : JSON.parse(row.metadata)
  const method = said?.token_endpoint_auth_method ?? 'client_secret_basic'
  const metadata = {
    client_name: row.name,
    redirect_uris: row.redirectUris.length > 0 ? row.redirectUris : [noRedirectUri],
    ...said,
    token_endpoint_auth_method: method,
    // Several are one word to oidc-provider, which hands it back to isSecretOf.
    ...(method.startsWith('client_secret') && {
      client_secret: row.hashes.join(' ') || noSecret,
    }),
    client_id: row.id,
    surface: row.surface,
  }
  return { metadata, isSuspended: row.isSuspended }
}
