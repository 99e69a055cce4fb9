import { countSql as waiting } from '@/lib/confirmations/waiting'
import { query } from '@/lib/data/db'
import { countSql as notices } from '@/lib/notices/list'

/** How many things wait for this person: for every page of who is signed in, so it is one query. */
export async function countNews(accountId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    'news_count',
    `SELECT ((${notices}) + (${waiting}))::int AS count`,
    [accountId],
  )
  return row?.count ?? 0
}
