import { type Actor, audit } from '@/lib/audit/audit'
import { db, query } from '@/lib/data/db'

/** A condition: the client of that name, an SQL expression of the release, is stopped. */
export const isStopped = (clientId: string): string =>
  `EXISTS (SELECT 1 FROM "ClientSuspension" AS stop
     WHERE stop."clientId" = ${clientId} AND stop."endedAt" IS NULL)`

export async function isSuspended(clientId: string): Promise<boolean> {
  const [row] = await query<{ is: boolean }>(
    'client_is_suspended',
    `SELECT ${isStopped('$1')} AS "is"`,
    [clientId],
  )
  return row?.is ?? false
}

/**
 * Stops a client of whatever kind: what it holds opens nothing within a second, everywhere, until
 * the suspension is taken back. False where it is stopped already.
 */
export async function suspendClient(clientId: string, by: Actor): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      INSERT INTO "ClientSuspension" ("clientId", "suspendedAt") VALUES (${clientId}, clock_timestamp())
      ON CONFLICT ("clientId") DO UPDATE SET "suspendedAt" = clock_timestamp(), "endedAt" = NULL
      WHERE "ClientSuspension"."endedAt" IS NOT NULL`
    if (count === 0) return false
    await audit(tx, by, { act: 'client.suspended', target: clientId })
    return true
  })
}

/** False where it was not stopped. */
export async function resumeClient(clientId: string, by: Actor): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.clientSuspension.updateMany({
      where: { clientId, endedAt: null },
      data: { endedAt: new Date() },
    })
    if (count === 0) return false
    await audit(tx, by, { act: 'client.resumed', target: clientId })
    return true
  })
}
