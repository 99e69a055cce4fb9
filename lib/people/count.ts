import { query } from '@/lib/data/db'

export async function countPeople(): Promise<number> {
  const [row] = await query<{ count: number }>(
    'people_count',
    `SELECT count("createdAt")::int AS count FROM "Account"`,
    [],
  )
  return row?.count ?? 0
}

/** How many came on each day (UTC) since, but for those who have left again. */
export const countNewPeople = (since: Date): Promise<{ at: Date; count: number }[]> =>
  query(
    'people_count_new',
    `SELECT date_bin('1 day', "createdAt", 'epoch') AS at, count(*)::int AS count
     FROM "Account" WHERE "createdAt" >= $1 GROUP BY 1`,
    [since],
  )
