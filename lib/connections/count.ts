import { query } from '@/lib/data/db'
import { type HostId, toHostId } from '@/lib/hosts'

/** How many connections of each host can be used, most first. */
export async function countLiving(): Promise<{ host: HostId; count: number }[]> {
  const rows = await query<{ host: string | null; count: number }>(
    'connections_count_living',
    `SELECT "host", count(*)::int AS count FROM "Grant"
     WHERE "revokedAt" IS NULL AND "expiresAt" > now() GROUP BY 1`,
    [],
  )
  const counts = new Map<HostId, number>()
  for (const { host, count } of rows) {
    const known = toHostId(host)
    counts.set(known, (counts.get(known) ?? 0) + count)
  }
  return [...counts]
    .map(([host, count]) => ({ host, count }))
    .sort((one, other) => other.count - one.count)
}

/** How many were allowed on each day (UTC) since. */
export const countNewConnections = (since: Date): Promise<{ at: Date; count: number }[]> =>
  query(
    'connections_count_new',
    `SELECT date_bin('1 day', "createdAt", 'epoch') AS at, count(*)::int AS count
     FROM "Grant" WHERE "createdAt" >= $1 GROUP BY 1`,
    [since],
  )
