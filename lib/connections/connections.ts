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
  })
  return grants.map((grant) => ({
    id: grant.id,
    clientName: grant.clientName ?? grant.clientId,
    redirectHost: grant.redirectUri ? placeOf(new URL(grant.redirectUri)) : null,
    scopeTitles: grantedScopes(grant.payload),
    createdAt: grant.createdAt,
  }))
}

/**
 * Ends a connection of this person; somebody else's is left as it is. What the same client was given
 * and has not used goes too: the person cannot see it, so it must not outlive what they see.
 */
export async function revokeConnection(accountId: string, id: string): Promise<void> {
  if (!/^[\w-]{1,64}$/.test(id)) return
  // The database's clock: every process asks it what was revoked since.
  await query(
    'connection_revoke',
    `UPDATE "Grant" g SET "revokedAt" = now(), "revokedBy" = 'person'
     WHERE "accountId" = $2 AND "revokedAt" IS NULL AND ("id" = $1 OR (
       "clientId" = (SELECT "clientId" FROM "Grant" WHERE "id" = $1 AND "accountId" = $2)
       AND NOT EXISTS (SELECT 1 FROM "OAuthArtifact" a WHERE a."grantId" = g."id" AND a."kind" = 'RefreshToken')
     ))`,
    [id, accountId],
  )
}

// A scheme of an app's own may name any host it likes.
const placeOf = (url: URL): string => (/^https?:$/.test(url.protocol) ? url.host : url.protocol)

function grantedScopes(payload: string): string[] {
  const { openid } = JSON.parse(payload) as { openid?: { scope?: string } }
  const names = (openid?.scope ?? '').split(' ').filter(isScope)
  return names.filter((name) => name !== 'offline_access').map((name) => scopes[name].title)
}
