import { query, type Tx } from '@/lib/data/db'
import { type Action, columns, toAction } from './action'

/** `app` is the name of who asks. */
export type Waiting = Action & { app: string | null }

/** What waits for this person's yes and can still be given it, newest first. */
export async function listWaiting(accountId: string): Promise<Waiting[]> {
  const rows = await query<Waiting>(
    'actions_waiting',
    `SELECT ${columns}, coalesce(
       (SELECT coalesce("clientName", "clientId") FROM "Grant" WHERE "id" = "Action"."grantId"),
       (SELECT "name" FROM "ApiKey" WHERE "id" = "Action"."grantId")) AS app
     FROM "Action" WHERE ${waits} ORDER BY "createdAt" DESC LIMIT 100`,
    [accountId],
  )
  const actions = rows.map((row) => ({ ...toAction(row), app: row.app }))
  const lost = actions.filter(({ state }) => state !== 'waiting').map(({ id }) => id)
  if (lost.length > 0) await query('actions_lost', expireSql, [lost])
  return actions.filter(({ state }) => state === 'waiting')
}

/** What can no longer be read counts for no limit, and is mailed about to nobody. */
export const expireSql = `UPDATE "Action" SET "state" = 'expired', "endedAt" = clock_timestamp()
  WHERE "id" = ANY($1) AND "state" = 'waiting'`

export async function countWaiting(accountId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    'actions_count_waiting',
    `SELECT (${countSql})::int AS count`,
    [accountId],
  )
  return row?.count ?? 0
}

/** How many of one connection wait. */
export async function countHeld(
  tx: Tx,
  { accountId, grantId }: { accountId: string; grantId: string },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Action"
    WHERE "accountId" = ${accountId} AND "createdAt" > now() - interval '2 days'
      AND "grantId" = ${grantId} AND "state" = 'waiting' AND "expiresAt" > now()`
  return row?.count ?? 0
}

/** Whoever asked may still ask. */
export const lives = `(
    EXISTS (SELECT 1 FROM "Grant" AS way WHERE way."id" = "Action"."grantId"
      AND way."accountId" = $1 AND way."revokedAt" IS NULL AND way."expiresAt" > now())
    OR EXISTS (SELECT 1 FROM "ApiKey" AS way WHERE way."id" = "Action"."grantId"
      AND way."accountId" = $1 AND way."revokedAt" IS NULL AND way."expiresAt" > now())
  )`

const waits = `"accountId" = $1 AND "state" = 'waiting' AND "expiresAt" > now()
  AND "createdAt" > now() - interval '2 days' AND ${lives}`

/** A part of a query whose $1 is the person. */
export const countSql = `SELECT count(*) FROM "Action" WHERE ${waits}`

/** Of all people, for the operator's figures. */
export async function countAllHeld(): Promise<number> {
  const [row] = await query<{ count: number }>(
    'actions_count_all_held',
    `SELECT count(*)::int AS count FROM "Action" WHERE "state" = 'waiting' AND "expiresAt" > now()`,
    [],
  )
  return row?.count ?? 0
}
