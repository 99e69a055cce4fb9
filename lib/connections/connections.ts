import { db, query } from '@/lib/data/db'
import { isScope, scopes } from '@/lib/scopes'

/** One connection as its person sees it. */
export type Connection = {
  id: string
  clientName: string
  redirectHost: string | null
  scopeTitles: string[]
  createdAt: Date
}

/** The living connections of a person, newest first: those by which a client got tokens. */
export async function listConnections(accountId: string): Promise<Connection[]> {
  const grants = await db().grant.findMany({
    where: {
      accountId,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      artifacts: { some: { kind: 'RefreshToken' } },
    },
    orderBy: { createdAt: 'desc' },
    take: 200,
  })
  const clients = await db().client.findMany({
    where: { id: { in: grants.map((grant) => grant.clientId) } },
    select: { id: true, name: true },
  })
  const names = new Map(clients.map((client) => [client.id, client.name]))
  return grants.map((grant) => ({
    id: grant.id,
    clientName: names.get(grant.clientId) ?? 'API docs of this site',
    redirectHost: grant.redirectUri ? new URL(grant.redirectUri).host : null,
    scopeTitles: grantedScopes(grant.payload),
    createdAt: grant.createdAt,
  }))
}

/** Ends a connection of this person; somebody else's is left as it is. */
export async function revokeConnection(accountId: string, id: string): Promise<void> {
  // The database's clock: every process asks it what was revoked since.
  await query(
    'connection_revoke',
    `UPDATE "Grant" SET "revokedAt" = now(), "revokedBy" = 'person'
     WHERE "id" = $1 AND "accountId" = $2 AND "revokedAt" IS NULL`,
    [id, accountId],
  )
}

function grantedScopes(payload: string): string[] {
  const { openid } = JSON.parse(payload) as { openid?: { scope?: string } }
  const names = (openid?.scope ?? '').split(' ').filter(isScope)
  return names.filter((name) => name !== 'offline_access').map((name) => scopes[name].title)
}
