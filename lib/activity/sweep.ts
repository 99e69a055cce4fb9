import { removeSome, type Swept } from '@/lib/data/bounded'
import type { Tx } from '@/lib/data/db'
import { retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'

/** Removes what is older than people are told that it is kept. */
export const sweepActivity = async (): Promise<Swept> =>
  removeSome('activity_sweep', 'Activity', {
    condition: `"at" < now() - make_interval(days => $1)`,
    values: [(await readSetting(retention)).activityDays],
  })

/** What is left names a person id that belongs to nobody any more. */
export async function anonymizeActivity(tx: Tx, accountId: string): Promise<void> {
  await tx.activity.updateMany({ where: { accountId }, data: { input: null, touched: null } })
}
