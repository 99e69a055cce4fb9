import { db } from '@/lib/data/db'
import { toBrowserName } from './browser-name'

export type SignedInBrowser = {
  id: string
  browser: string
  isThis: boolean
  createdAt: Date
  lastSeenAt: Date
}

/** Where a person is signed in; this browser first, then by when it was last seen. */
export async function listSessions(
  accountId: string,
  sessionId: string,
): Promise<SignedInBrowser[]> {
  const rows = await db().session.findMany({
    where: { accountId, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
  return rows
    .map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      browser: toBrowserName(userAgent),
      isThis: id === sessionId,
      createdAt,
      lastSeenAt,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis))
}

/** Ends one of this person's; somebody else's is left as it is. */
export async function endSession(accountId: string, id: string): Promise<void> {
  await db().session.deleteMany({ where: { accountId, id } })
}

export async function endOtherSessions(accountId: string, sessionId: string): Promise<number> {
  const { count } = await db().session.deleteMany({ where: { accountId, id: { not: sessionId } } })
  return count
}
