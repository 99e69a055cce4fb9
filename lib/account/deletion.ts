import { anonymizeActivity } from '@/lib/activity/sweep'
import { forgetActions } from '@/lib/confirmations/keep'
import { revokeAllConnections } from '@/lib/connections/connections'
import type { Swept } from '@/lib/data/bounded'
import { db, query } from '@/lib/data/db'
import { revokeAllKeys } from '@/lib/keys/keys'
import { log } from '@/lib/log'
import { catalog } from '@/lib/operations'
import { closeSessions, listDueAccounts, scheduleDeletion } from '@/lib/people/deletion'

/** Every app and key of a person stops at once; the account goes when the grace is over. */
export async function requestDeletion(accountId: string): Promise<void> {
  await scheduleDeletion(accountId)
  await endEverything(accountId)
}

export async function endEverything(accountId: string): Promise<void> {
  await revokeAllConnections(accountId)
  await revokeAllKeys(accountId)
}

/** Called by the sweep. */
export async function deleteDueAccounts(): Promise<Swept> {
  let rows = 0
  for (const accountId of await listDueAccounts()) {
    // One that cannot be deleted must not keep those behind it.
    const isGone = await deleteDue(accountId).catch((error) => {
      log.error('account not deleted', error)
      return false
    })
    if (isGone) rows += 1
  }
  // Those that must wait would be listed again at once.
  return { rows, isMore: false }
}

async function deleteDue(accountId: string): Promise<boolean> {
  await closeSessions(accountId)
  await endEverything(accountId)
  return (await isQuiet(accountId)) && erase(accountId)
}

/**
 * A process that slept learns what was revoked from the rows, so they stay until every access token
 * made by them has expired (an hour) and no key made before is remembered anywhere.
 */
async function isQuiet(accountId: string): Promise<boolean> {
  const [loud] = await query(
    'deletion_is_loud',
    `SELECT 1 FROM (
       SELECT "accountId", "revokedAt" FROM "Grant" UNION ALL SELECT "accountId", "revokedAt" FROM "ApiKey"
     ) AS way WHERE "accountId" = $1 AND "revokedAt" > now() - interval '2 hours' LIMIT 1`,
    [accountId],
  )
  return !loud
}

/** Rows go with the account, or lose the person: all of it or nothing. */
async function erase(accountId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const due = { id: accountId, deleteAfter: { lte: new Date() } }
    const { count } = await tx.account.deleteMany({ where: due })
    if (count === 0) return false
    await tx.attempt.deleteMany({ where: { accountId } })
    await anonymizeActivity(tx, accountId)
    await forgetActions(tx, accountId)
    await catalog.personal?.forget(tx, accountId)
    return true
  })
}
