import { query } from '@/lib/data/db'
import { type Action, columns, toAction } from './action'

/** What waits for this person's yes and can still be given it, newest first. */
export async function listWaiting(accountId: string): Promise<Action[]> {
  const rows = await query<Action>(
    'actions_waiting',
    `SELECT ${columns} FROM "Action" WHERE ${waits} ORDER BY "createdAt" DESC LIMIT 100`,
    [accountId],
  )
  return rows.map(toAction)
}

export async function countWaiting(accountId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    'actions_count_waiting',
    `SELECT count(*)::int AS count FROM "Action" WHERE ${waits}`,
    [accountId],
  )
  return row?.count ?? 0
}

const waits = `"accountId" = $1 AND "state" = 'waiting' AND "expiresAt" > now()
  AND "createdAt" > now() - interval '2 days' AND (
    EXISTS (SELECT 1 FROM "Grant" AS way WHERE way."id" = "Action"."grantId"
      AND way."accountId" = $1 AND way."revokedAt" IS NULL AND way."expiresAt" > now())
    OR EXISTS (SELECT 1 FROM "ApiKey" AS way WHERE way."id" = "Action"."grantId"
      AND way."accountId" = $1 AND way."revokedAt" IS NULL AND way."expiresAt" > now())
  )`
