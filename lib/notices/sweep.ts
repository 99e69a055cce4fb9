import { query } from '@/lib/data/db'

/** Days; a person who was not here for so long has the mail. */
const keptFor = 90

export async function sweepNotices(): Promise<void> {
  await query(
    'notices_sweep',
    `DELETE FROM "Notice" WHERE "at" < now() - make_interval(days => $1)`,
    [keptFor],
  )
}
