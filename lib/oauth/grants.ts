import type { AdapterPayload } from 'oidc-provider'
import { query } from '@/lib/data/db'

/** Seconds a connection lives without being used; each refresh counts as use. */
export const grantLifetime = 180 * 24 * 3600

const columns = `"id", "accountId", "clientId", "payload", extract(epoch FROM "expiresAt")::int AS exp`

export async function saveGrant(id: string, payload: AdapterPayload): Promise<void> {
  const { jti: _, exp: __, accountId, clientId, ...rest } = payload
  await query(
    'grant_save',
    `INSERT INTO "Grant" ("id", "accountId", "clientId", "payload", "expiresAt")
     VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))
     ON CONFLICT ("id") DO UPDATE SET "payload" = $4`,
    [id, accountId, clientId, JSON.stringify(rest), grantLifetime],
  )
}

export async function findGrant(id: string): Promise<AdapterPayload | undefined> {
  const [row] = await query<GrantRow>(
    'grant_find',
    `SELECT ${columns} FROM "Grant"
     WHERE "id" = $1 AND "revokedAt" IS NULL AND "expiresAt" > now()`,
    [id],
  )
  return row && toPayload(row)
}

/** Ends a connection: its codes, tokens and refreshes are dead within a second, everywhere. */
export async function revokeGrant(id: string, by: 'person' | 'client' | 'replay'): Promise<void> {
  await query(
    'grant_revoke',
    `UPDATE "Grant" SET "revokedAt" = now(), "revokedBy" = $2 WHERE "id" = $1 AND "revokedAt" IS NULL`,
    [id, by],
  )
}

export async function setRedirectUri(id: string, redirectUri: string): Promise<void> {
  await query('grant_redirect', `UPDATE "Grant" SET "redirectUri" = $2 WHERE "id" = $1`, [
    id,
    redirectUri,
  ])
}

/**
 * A new connection with what the person allowed this client at this address for this resource
 * before, or undefined.
 * Each linking is a connection of its own, so that ending one does not end the other.
 */
export async function renewGrant(key: {
  id: string
  accountId: string
  clientId: string
  redirectUri: string
  resource: string
}): Promise<AdapterPayload | undefined> {
  const [row] = await query<GrantRow>(
    'grant_renew',
    `INSERT INTO "Grant" ("id", "accountId", "clientId", "redirectUri", "payload", "expiresAt")
     SELECT $1, "accountId", "clientId", "redirectUri", "payload", now() + make_interval(secs => $5)
     FROM "Grant"
     WHERE "accountId" = $2 AND "clientId" = $3 AND "redirectUri" = $4
       AND "revokedAt" IS NULL AND "expiresAt" > now()
       AND jsonb_exists("payload"::jsonb -> 'resources', $6)
     ORDER BY "createdAt" DESC LIMIT 1
     RETURNING ${columns}`,
    [key.id, key.accountId, key.clientId, key.redirectUri, grantLifetime, key.resource],
  )
  return row && toPayload(row)
}

type GrantRow = { id: string; accountId: string; clientId: string; payload: string; exp: number }

const toPayload = (row: GrantRow): AdapterPayload => ({
  ...JSON.parse(row.payload),
  jti: row.id,
  accountId: row.accountId,
  clientId: row.clientId,
  exp: row.exp,
  kind: 'Grant',
})
