import { db, query } from '@/lib/data/db'
import { isScope, type Scope, scopes } from '@/lib/scopes'

/** One connection as its person sees it. */
export type Connection = {
  id: string
  clientId: string
  clientName: string
  redirectUri: string | null
  redirectHost: string | null
  /** Without those that only keep it going. */
  scopes: Scope[]
  createdAt: Date
  /** The limit that the person set; null for as long as it is in use. */
  endsAt: Date | null
}

/** Nobody has more by their own will; an app that registers anew each time may. */
const most = 1000

/** The living connections of a person, newest first: those by which a client got tokens. */
export const listConnections = (accountId: string): Promise<Connection[]> =>
  list({
    accountId,
    revokedAt: null,
    expiresAt: { gt: new Date() },
    artifacts: { some: { OR: [{ kind: 'RefreshToken' }, redeemedLately()] } },
  })

/** Milliseconds; then a connection without refresh tokens has none that opens anything. */
const accessTokenLifetime = 3600_000

const redeemedLately = () => ({
  kind: 'AuthorizationCode',
  consumedAt: { gt: new Date(Date.now() - accessTokenLifetime) },
})
/** Those by which nothing was given yet, too. */
export const listStandingConnections = (accountId: string): Promise<Connection[]> =>
  list({ accountId, revokedAt: null, expiresAt: { gt: new Date() } })

/** What this person allowed before and did not take back, though it may have ended. */
export const listAllowedBefore = (accountId: string, before: Date): Promise<Connection[]> =>
  list({
    accountId,
    createdAt: { lt: before },
    OR: [{ revokedBy: null }, { revokedBy: { in: ['client', 'replay'] } }],
  })

/** Those that have ended, too. */
export const listAllConnections = (accountId: string): Promise<Connection[]> => list({ accountId })

async function list(where: NonNullable<Parameters<typeof findMany>[0]>): Promise<Connection[]> {
  return (await findMany(where)).map(toConnection)
}

/** Whoever's it is. */
export async function findConnection(
  id: string,
): Promise<{ accountId: string; connection: Connection } | null> {
  const grant = await db().grant.findUnique({ where: { id } })
  return grant && { accountId: grant.accountId, connection: toConnection(grant) }
}

type Row = Awaited<ReturnType<typeof findMany>>[number]

function toConnection(grant: Row): Connection {
  return {
    id: grant.id,
    clientId: grant.clientId,
    clientName: grant.clientName ?? grant.clientId,
    redirectUri: grant.redirectUri,
    redirectHost: grant.redirectUri ? placeOf(new URL(grant.redirectUri)) : null,
    scopes: grantedScopes(grant.payload),
    createdAt: grant.createdAt,
    endsAt: grant.endsAt,
  }
}

const findMany = (
  where: NonNullable<Parameters<ReturnType<typeof db>['grant']['findMany']>[0]>['where'],
) => db().grant.findMany({ where, orderBy: { createdAt: 'desc' }, take: most })

/**
 * Ends connections of this person; somebody else's are left as they are. What the same clients were
 * given and have not used goes too: the person cannot see it, so it must not outlive what they see.
 */
export async function revokeConnections(accountId: string, ids: string[]): Promise<void> {
  const plain = ids.filter((id) => /^[\w-]{1,64}$/.test(id))
  // The database's clock: every process asks it what was revoked since.
  await query(
    'connections_revoke',
    `UPDATE "Grant" g SET "revokedAt" = now(), "revokedBy" = 'person'
     WHERE "accountId" = $2 AND "revokedAt" IS NULL AND ("id" = ANY($1) OR (
       "clientId" IN (SELECT "clientId" FROM "Grant" WHERE "id" = ANY($1) AND "accountId" = $2)
       AND NOT EXISTS (SELECT 1 FROM "OAuthArtifact" a WHERE a."grantId" = g."id" AND a."kind" = 'RefreshToken')
     ))`,
    [plain, accountId],
  )
}

export async function revokeAllConnections(accountId: string): Promise<void> {
  await query(
    'connections_revoke_all',
    `UPDATE "Grant" SET "revokedAt" = now(), "revokedBy" = 'person'
     WHERE "accountId" = $1 AND "revokedAt" IS NULL`,
    [accountId],
  )
}

// A scheme of an app's own may name any host it likes.
const placeOf = (url: URL): string => (/^https?:$/.test(url.protocol) ? url.host : url.protocol)

function grantedScopes(payload: string): Scope[] {
  const { openid } = JSON.parse(payload) as { openid?: { scope?: string } }
  const names = (openid?.scope ?? '').split(' ').filter(isScope)
  return names.filter((name) => name !== 'offline_access')
}

export const titleOf = (scope: Scope): string => scopes[scope].title
