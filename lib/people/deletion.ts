import { query } from '@/lib/data/db'
import { telling } from '@/lib/notices/tell'
import { requireOtherOperator } from './roles'

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

/** Asking twice does not put it off. Throws PublicError for the last operator's account. */
export async function scheduleDeletion(accountId: string): Promise<void> {
  await telling(async (tx, tell) => {
    await requireOtherOperator(tx, accountId)
    const count = await tx.$executeRaw`
      UPDATE "Account" SET "deleteAfter" = now() + make_interval(days => ${deletionGrace})
      WHERE "id" = ${accountId} AND "deleteAfter" IS NULL`
    if (count === 1) await tell({ accountId, kind: 'deletion_scheduled' })
  })
}

export async function cancelDeletion(accountId: string): Promise<void> {
  await telling(async (tx, tell) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, deleteAfter: { not: null } },
      data: { deleteAfter: null },
    })
    if (count === 1) await tell({ accountId, kind: 'deletion_kept' })
  })
}

/** The accounts whose time is over, some at a time. */
export async function listDueAccounts(): Promise<string[]> {
  // An account for reviewers goes when its time is over.
  await query(
    'deletion_reviewers',
    `UPDATE "Account" SET "deleteAfter" = "reviewUntil"
     WHERE "reviewUntil" <= now() AND "deleteAfter" IS NULL`,
    [],
  )
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
