import { db, query } from '@/lib/data/db'
import { isNoticeKind, type NoticeKind } from './kinds'

/** One thing that a person must hear about and has not put away. */
export type Notice = {
  id: string
  kind: NoticeKind
  about: string | null
  target: string | null
  at: Date
}

const most = 20

/** Newest first. */
export async function listNotices(accountId: string): Promise<Notice[]> {
  const rows = await db().notice.findMany({
    where: { accountId, seenAt: null },
    orderBy: { at: 'desc' },
    take: most,
  })
  return rows.flatMap(({ kind, ...row }) => (isNoticeKind(kind) ? [{ ...row, kind }] : []))
}

/** A part of a query whose $1 is the person; it looks no further than it counts. */
export const countSql = `SELECT count(*) FROM (
  SELECT 1 FROM "Notice" WHERE "accountId" = $1 AND "seenAt" IS NULL LIMIT ${most}
) AS unseen`

export async function countNotices(accountId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    'notices_count',
    `SELECT (${countSql})::int AS count`,
    [accountId],
  )
  return row?.count ?? 0
}

/** What a notice of this person offers to end. */
export async function getTarget(accountId: string, id: string): Promise<string | null> {
  const row = await db().notice.findFirst({ where: { accountId, id } })
  return row?.target ?? null
}

/** Puts away one of this person's; somebody else's stays where it is. */
export async function putAway(accountId: string, id: string): Promise<void> {
  await db().notice.updateMany({
    where: { accountId, id, seenAt: null },
    data: { seenAt: new Date() },
  })
}

/** Puts away what was shown: nothing that happened after `newest`. */
export async function putAllAway(accountId: string, newest: Date): Promise<void> {
  if (Number.isNaN(newest.getTime())) return
  // A date here has milliseconds, a row microseconds.
  const after = new Date(newest.getTime() + 1)
  await db().notice.updateMany({
    where: { accountId, at: { lt: after }, seenAt: null },
    data: { seenAt: new Date() },
  })
}
