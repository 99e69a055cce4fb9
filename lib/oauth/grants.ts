import type { AdapterPayload } from 'oidc-provider'
import { removeSome, type Swept } from '@/lib/data/bounded'
import { query } from '@/lib/data/db'
import { telling } from '@/lib/notices/tell'
import { retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'
import { type Length, lengths } from './lengths'

/** Seconds a connection lives without being used; each refresh counts as use. */
export const grantLifetime = 180 * 24 * 3600

const columns = `"id", "accountId", "clientId", "payload", floor(extract(epoch FROM "expiresAt"))::int AS exp`

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
  await telling(async (tx, tell) => {
    const [ended] = await tx.$queryRaw<{ accountId: string; clientName: string | null }[]>`
      UPDATE "Grant" SET "revokedAt" = now(), "revokedBy" = ${by}
      WHERE "id" = ${id} AND "revokedAt" IS NULL RETURNING "accountId", "clientName"`
    if (!ended || by !== 'replay') return
    const { accountId, clientName } = ended
    await tell({ accountId, kind: 'connection_stopped', about: clientName ?? 'An app' })
  })
}

/** The scopes that a grant's payload allows for a resource; the person may have taken some back. */
export function allowedIn(payload: string, resource: string): Set<string> {
  const { openid, resources } = JSON.parse(payload) as Allowed
  return new Set(`${openid?.scope ?? ''} ${resources?.[resource] ?? ''}`.split(' '))
}

type Allowed = { openid?: { scope?: string }; resources?: Record<string, string> }

/** What the person saw of the client when they allowed it, and how long they let it stay. */
export async function setSeen(
  id: string,
  seen: { clientName: string; redirectUri: string; host: string; length: Length },
): Promise<void> {
  await query(
    'grant_seen',
    `UPDATE "Grant" SET "clientName" = $2, "redirectUri" = $3, "host" = $5,
       "endsAt" = now() + make_interval(secs => $4),
       "expiresAt" = least("expiresAt", now() + make_interval(secs => $4))
     WHERE "id" = $1`,
    [id, seen.clientName, seen.redirectUri, lengths[seen.length], seen.host],
  )
}

/** A grant that nobody was given anything by. */
export async function dropGrant(id: string): Promise<void> {
  await query('grant_drop', `DELETE FROM "Grant" WHERE "id" = $1`, [id])
}

/** Days that a connection is known after its end; what was done by it is told by its name. */
const keptFor = 180

/** Called by the sweep. */
export const sweepGrants = async (): Promise<Swept> =>
  removeSome('sweep_grants', 'Grant', {
    condition: `"revokedAt" < now() - make_interval(days => $1)
      OR "expiresAt" < now() - make_interval(days => $1)`,
    values: [Math.max(keptFor, (await readSetting(retention)).activityDays + 1)],
  })

type GrantRow = { id: string; accountId: string; clientId: string; payload: string; exp: number }

const toPayload = (row: GrantRow): AdapterPayload => ({
  ...JSON.parse(row.payload),
  jti: row.id,
  accountId: row.accountId,
  clientId: row.clientId,
  exp: row.exp,
  kind: 'Grant',
})
