import { query, type Tx } from '@/lib/data/db'
import { isOwn } from './rules'

/** What a connection or key may do in 24 hours; null is no limit. Amounts in minor units. */
export type SpendingLimit = {
  dailyWrites: number | null
  dailyAmount: number | null
  currency: string | null
}

/** What counts already, the action itself left out: what is done, and what waits or may be done. */
export type Spent = SpendingLimit & { writes: number; amount: number }

/**
 * Until the transaction ends nobody else counts for this connection. What waits takes its place from
 * what is asked for, not from what is agreed to. Null: there is no limit.
 */
export async function spentToday(
  tx: Tx,
  { id, grantId, isAgreed }: { id: string; grantId: string; isAgreed: boolean },
): Promise<Spent | null> {
  const [limit] = await tx.$queryRaw<SpendingLimit[]>`
    SELECT "dailyWrites", "dailyAmount"::float8, "currency" FROM "SpendingLimit"
    WHERE "grantId" = ${grantId} FOR UPDATE`
  if (!limit) return null
  // The row tells the account, by which actions are found; one that waits for a day is done in the next.
  const [spent] = await tx.$queryRaw<{ writes: number; amount: number }[]>`
    SELECT count(*)::int AS writes,
      coalesce(sum("amount") FILTER (WHERE "currency" = ${limit.currency}), 0)::float8 AS amount
    FROM "Action"
    WHERE "accountId" = (SELECT "accountId" FROM "SpendingLimit" WHERE "grantId" = ${grantId})
      AND "createdAt" > now() - interval '2 days' AND "grantId" = ${grantId} AND "spends"
      AND "id" <> ${id} AND ("state" = 'running'
        OR ("state" = 'waiting' AND "expiresAt" > now() AND NOT ${isAgreed})
        OR ("state" IN ('done', 'unknown') AND "endedAt" > now() - interval '24 hours'))`
  return { ...limit, writes: spent?.writes ?? 0, amount: spent?.amount ?? 0 }
}

export async function getSpendingLimit(
  accountId: string,
  grantId: string,
): Promise<SpendingLimit | null> {
  const [row] = await query<SpendingLimit>(
    'spending_limit',
    `SELECT "dailyWrites", "dailyAmount"::float8, "currency" FROM "SpendingLimit"
     WHERE "accountId" = $1 AND "grantId" = $2`,
    [accountId, grantId],
  )
  return row ?? null
}

/** For a living connection or key of this person; false where there is no such thing. */
export async function setSpendingLimit(
  accountId: string,
  grantId: string,
  { dailyWrites, dailyAmount, currency }: SpendingLimit,
): Promise<boolean> {
  const put = await query(
    'spending_limit_set',
    `INSERT INTO "SpendingLimit" ("accountId", "grantId", "dailyWrites", "dailyAmount", "currency")
     SELECT $1, $2, $3::int, $4::bigint, $5 WHERE ${isOwn}
     ON CONFLICT ("grantId") DO UPDATE SET "dailyWrites" = $3::int, "dailyAmount" = $4::bigint,
       "currency" = $5
     RETURNING 1`,
    [accountId, grantId, dailyWrites, dailyAmount, currency],
  )
  return put.length > 0
}

export async function removeSpendingLimit(accountId: string, grantId: string): Promise<void> {
  await query(
    'spending_limit_remove',
    `DELETE FROM "SpendingLimit" WHERE "accountId" = $1 AND "grantId" = $2`,
    [accountId, grantId],
  )
}
