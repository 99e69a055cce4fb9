import { query } from '@/lib/data/db'
import { retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'

/** A key that ended is known for as long as what it did, since it is told there by its name. */
export async function sweepKeys(): Promise<void> {
  await query(
    'keys_sweep',
    `DELETE FROM "ApiKey" WHERE "revokedAt" < now() - make_interval(days => $1)
       OR "expiresAt" < now() - make_interval(days => $1)`,
    [(await readSetting(retention)).activityDays + 1],
  )
}
