import { type Actor, audit } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'

/**
 * Ends a person's connections, one or all, for an operator: they open nothing within a second.
 * Resolves to how many those were.
 */
export async function endConnections(
  accountId: string,
  id: string | null,
  by: Actor,
): Promise<number> {
  return db().$transaction(async (tx) => {
    const ended = await tx.$executeRaw`
      UPDATE "Grant" SET "revokedAt" = clock_timestamp(), "revokedBy" = 'operator'
      WHERE "accountId" = ${accountId} AND "revokedAt" IS NULL AND (${id}::text IS NULL OR "id" = ${id})`
    if (ended === 0) return 0
    const before = { ended, ...(id && { connection: id }) }
    await audit(tx, by, { act: 'person.connections_ended', target: accountId, before })
    return ended
  })
}
