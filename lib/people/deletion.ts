import { query } from '@/lib/data/db'

/** Days within which a person can change their mind. */
export const deletionGrace = 7

/** When the account will be deleted, or null. */
export async function getDeletion(accountId: string): Promise<Date | null> {
  const [row] = await query<{ deleteAfter: Date | null }>(
    'deletion_get',
    `SELECT "deleteAfter" FROM "Account" WHERE "id" = $1`,
    [accountId],
  )
  return row?.deleteAfter ?? null
}

/** Asking twice does not put it off. */
export async function scheduleDeletion(accountId: string): Promise<void> {
  await query(
    'deletion_schedule',
    `UPDATE "Account" SET "deleteAfter" = now() + make_interval(days => $2)
     WHERE "id" = $1 AND "deleteAfter" IS NULL`,
    [accountId, deletionGrace],
  )
}

export async function cancelDeletion(accountId: string): Promise<void> {
  await query('deletion_cancel', `UPDATE "Account" SET "deleteAfter" = NULL WHERE "id" = $1`, [
    accountId,
  ])
}

/** The accounts whose time is over, some at a time. */
export async function listDueAccounts(): Promise<string[]> {
  const rows = await query<{ id: string }>(
    'deletion_due',
    `SELECT "id" FROM "Account" WHERE "deleteAfter" <= now() ORDER BY "deleteAfter" LIMIT 20`,
    [],
  )
  return rows.map(({ id }) => id)
}

/** Whoever is still signed in could connect something new. */
export async function closeSessions(accountId: string): Promise<void> {
  await query('deletion_sign_out', `DELETE FROM "Session" WHERE "accountId" = $1`, [accountId])
}
