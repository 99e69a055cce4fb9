import { query, type Tx } from '@/lib/data/db'
import { retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'

/** Removes what is older than people are told that it is kept. */
export async function sweepActivity(): Promise<void> {
  await query(
    'activity_sweep',
    `DELETE FROM "Activity" WHERE "at" < now() - make_interval(days => $1)`,
    [(await readSetting(retention)).activityDays],
  )
}

/** What is left names a person id that belongs to nobody any more. */
export async function anonymizeActivity(tx: Tx, accountId: string): Promise<void> {
  await tx.activity.updateMany({ where: { accountId }, data: { input: null, touched: null } })
}
