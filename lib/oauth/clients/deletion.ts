import { type Actor, audit } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'

/**
 * Deletes a client that an operator registered. Its connections are ended first, and stay as rows:
 * that is what every process learns of them, and what people see of what was.
 * False where it is gone, or was changed since `version`.
 */
export async function deleteClient(id: string, version: number, by: Actor): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const [client] = await tx.$queryRaw<{ preset: string | null; redirectUris: string[] }[]>`
      DELETE FROM "Client" WHERE "id" = ${id} AND "version" = ${version} AND "metadata" IS NULL
      RETURNING "preset", "redirectUris"`
    if (!client) return false
    const connections = await tx.$executeRaw`
      UPDATE "Grant" SET "revokedAt" = clock_timestamp(), "revokedBy" = 'operator'
      WHERE "clientId" = ${id} AND "revokedAt" IS NULL`
    await audit(tx, by, {
      ...{ act: 'client.deleted', target: id },
      before: { ...client, connections },
    })
    return true
  })
}
