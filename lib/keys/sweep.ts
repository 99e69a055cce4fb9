import { removeSome, type Swept } from '@/lib/data/bounded'
import { retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'

/** A key that ended is known for as long as what it did, since it is told there by its name. */
export const sweepKeys = async (): Promise<Swept> =>
  removeSome('keys_sweep', 'ApiKey', {
    condition: `"revokedAt" < now() - make_interval(days => $1)
      OR "expiresAt" < now() - make_interval(days => $1)`,
    values: [(await readSetting(retention)).activityDays + 1],
  })
