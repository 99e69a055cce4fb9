import { query } from '@/lib/data/db'
import { sha256 } from '@/lib/secrets'

/** In place of an operation and of who did it. */
export const looked = 'operator_looked'

/**
 * That an operator looked at what there is of a person, for that person to read: once an hour, and
 * without saying which operator.
 */
export async function recordLook(accountId: string, operatorId: string): Promise<void> {
  if (accountId === operatorId) return
  const hour = Math.floor(Date.now() / 3600_000)
  await query(
    'activity_looked',
    `INSERT INTO "Activity" ("id", "accountId", "grantId", "operation", "outcome")
     VALUES ($1, $2, $3, $3, 'ok') ON CONFLICT ("id") DO NOTHING`,
    [sha256(`${operatorId} looked at ${accountId} in ${hour}`), accountId, looked],
  )
}
