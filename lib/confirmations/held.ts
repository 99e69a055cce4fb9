import { query } from '@/lib/data/db'

/** All that waits for somebody's yes, and since when the oldest does. */
export async function countHeld(): Promise<{ count: number; oldest: Date | null }> {
  const [row] = await query<{ count: number; oldest: Date | null }>(
    'actions_count_held',
    `SELECT count(*)::int AS count, min("createdAt") AS oldest FROM "Action"
     WHERE "state" = 'waiting' AND "endedAt" IS NULL AND "expiresAt" > now()`,
    [],
  )
  return { count: row?.count ?? 0, oldest: row?.oldest ?? null }
}
