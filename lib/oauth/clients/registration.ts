import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { AdapterPayload, KoaContextWithOIDC } from 'oidc-provider'
import type { Said } from '@/lib/attempts/facts'
import { toPlace } from '@/lib/attempts/place'
import type { Reason } from '@/lib/attempts/reasons'
import { failed } from '@/lib/attempts/record'
import { removeSome, type Swept } from '@/lib/data/bounded'
import { query } from '@/lib/data/db'
import { hmac, randomToken, sha256 } from '@/lib/secrets'
import { readBody, withBody } from '../wire'
import { saidToRegister } from '../wire-facts'
import { toClientMetadata } from './metadata'
import { parseObject } from './parse-object'
import { countAt, type PlaceLimit } from './place-limit'
import { ClientRefused } from './refused'
import { findStoredClient } from './stored'
import { isStopped } from './suspension'

/** New clients from one address; the same public client again is not new. */
const perPlace: PlaceLimit = { name: 'register', points: 30, here: 600, seconds: 600 }

const prefix = 'dcr_'

export const isSelfRegistered = (id: string): boolean => id.startsWith(prefix)

/** What a registration came to before it was made: the request to go on with, or why not. */
export type Prepared =
  | { request: IncomingMessage }
  | { refused: { status: number; error: string; description: string; retryAfter?: number } }

/**
 * Puts what a client says of itself into what this server takes (RFC 7591 §3.2.1), and counts it
 * against the place it comes from.
 */
export async function prepareRegistration(request: IncomingMessage): Promise<Prepared> {
  let sent: Record<string, unknown> = {}
  try {
    sent = parseObject(await readBody(request))
    const metadata = toClientMetadata(sent)
    const body = JSON.stringify(metadata)
    const isNew = !isPublic(metadata) || !(await findStoredClient(publicId(body)))
    const wait = isNew ? await countAt(perPlace, placeOf(request).address) : 0
    if (wait > 0) {
      noteRefusal(request, 'registration.too_many', saidToRegister(request, sent, tooMany))
      return { refused: { ...tooMany, retryAfter: wait } }
    }
    return { request: withBody(request, 'application/json', body) }
  } catch (error) {
    if (!(error instanceof ClientRefused)) throw error
    const said = saidToRegister(request, sent, { status: 400, error: error.error })
    noteRefusal(request, `registration.${error.reason}` as Reason, said)
    return { refused: { status: 400, error: error.error, description: error.told } }
  }
}

const tooMany = {
  status: 429,
  error: 'temporarily_unavailable',
  description: 'Too many apps were registered from this address. Try again later.',
}

const placeOf = ({ headers }: IncomingMessage) =>
  toPlace(String(headers['x-forwarded-for'] ?? ''), headers['user-agent'])

const noteRefusal = (request: IncomingMessage, reason: Reason, said: Said) =>
  failed(placeOf(request), {}, [{ step: 'registration', said }], reason)

const isPublic = (metadata: { token_endpoint_auth_method: string }): boolean =>
  metadata.token_endpoint_auth_method === 'none'

/** Identical public registrations are one client; one that holds a secret or a key is its own. */
export function registrationId(ctx: KoaContextWithOIDC): string {
  const body = ctx.oidc.body as { token_endpoint_auth_method: string }
  return isPublic(body) ? publicId(JSON.stringify(body)) : `${prefix}${randomToken().slice(0, 22)}`
}

const publicId = (body: string): string => `${prefix}${hmac('registration', body).slice(0, 22)}`

/** Keeps a client that registered itself; its secret only as a hash. */
export async function saveRegistered(id: string, client: AdapterPayload): Promise<void> {
  // Once more, whatever way it came: nothing that was not filtered is kept.
  const { client_name: name, ...metadata } = toClientMetadata(client)
  const secret = client.client_secret as string | undefined
  await query(
    'client_save',
    `WITH saved AS (
       INSERT INTO "Client" ("id", "name", "redirectUris", "metadata") VALUES ($1, $2, $3, $4)
       ON CONFLICT ("id") DO UPDATE SET "createdAt" = now(), "usedAt" = now() RETURNING "id"
     )
     INSERT INTO "ClientSecret" ("id", "clientId", "hash", "hint")
     SELECT $5, "id", $6, $7 FROM saved WHERE $6::text IS NOT NULL`,
    [
      ...[id, name ?? 'An app without a name', metadata.redirect_uris, JSON.stringify(metadata)],
      ...[randomUUID(), secret ? sha256(secret) : null, secret?.slice(-4) ?? ''],
    ],
  )
}

/** Those that nobody is connected by and that are not stopped, 30 days after they came or were last used. */
export const sweepRegistered = (): Promise<Swept> =>
  removeSome('sweep_clients', 'Client', {
    condition: `"metadata" IS NOT NULL AND "createdAt" < now() - interval '30 days'
     AND NOT EXISTS (
       SELECT 1 FROM "Grant" g WHERE g."clientId" = "Client"."id" AND (
         (g."revokedAt" IS NULL AND g."expiresAt" > now())
         OR g."createdAt" > now() - interval '30 days'
         OR g."revokedAt" > now() - interval '30 days'))
     AND NOT ${isStopped('"Client"."id"')}`,
  })

/** For who registered one to look around: it goes, unless somebody is connected by it. */
export async function removeSelfRegistered(id: string): Promise<void> {
  await query(
    'client_remove',
    `DELETE FROM "Client" c WHERE "id" = $1 AND "metadata" IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM "Grant" g WHERE g."clientId" = c."id")`,
    [id],
  )
}
