import type { Tx } from '@/lib/data/db'

/** Who asked, if they may still ask: as the connection or key is now. */
export type Asker = {
  accountId: string
  clientId: string
  grantId: string
  scopes: ReadonlySet<string>
  /** As the person knows the app or key. */
  name: string
  /** When they were connected, or the key was made. */
  since: Date
}

/**
 * Null when the connection or key has ended, or the account is about to be deleted. Until the
 * transaction ends nobody can take it back: whoever tries waits, and comes after.
 */
export async function findCaller(
  tx: Tx,
  accountId: string,
  grantId: string,
): Promise<Asker | null> {
  const [account] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Account" WHERE "id" = ${accountId} AND "deleteAfter" IS NULL FOR SHARE`
  if (!account) return null
  const [grant] = await tx.$queryRaw<Granted[]>`
    SELECT "clientId", coalesce("clientName", "clientId") AS name, "payload", "createdAt" AS since FROM "Grant"
    WHERE "id" = ${grantId} AND "accountId" = ${accountId} AND "revokedAt" IS NULL
      AND "expiresAt" > clock_timestamp() FOR SHARE`
  if (grant) {
    const { clientId, name, payload, since } = grant
    return { accountId, clientId, grantId, name, since, scopes: scopesIn(payload) }
  }
  const [key] = await tx.$queryRaw<{ name: string; scopes: string[]; since: Date }[]>`
    SELECT "name", "scopes", "createdAt" AS since FROM "ApiKey"
    WHERE "id" = ${grantId} AND "accountId" = ${accountId} AND "revokedAt" IS NULL
      AND "expiresAt" > clock_timestamp() FOR SHARE`
  if (!key) return null
  const { name, since } = key
  return { accountId, clientId: 'key', grantId, name, since, scopes: new Set(key.scopes) }
}

type Granted = { clientId: string; name: string; payload: string; since: Date }

/** What the connection may do at any of the resources. */
function scopesIn(payload: string): Set<string> {
  const { openid, resources = {} } = JSON.parse(payload) as {
    openid?: { scope?: string }
    resources?: Record<string, string>
  }
  const texts = [openid?.scope ?? '', ...Object.values(resources)]
  return new Set(texts.flatMap((text) => text.split(' ')).filter(Boolean))
}
