import { removeSome, type Swept } from '@/lib/data/bounded'

/** Days; a person who was not here for so long has the mail. */
const keptFor = 90

export const sweepNotices = (): Promise<Swept> =>
  removeSome('notices_sweep', 'Notice', {
    condition: `"at" < now() - make_interval(days => $1)`,
    values: [keptFor],
  })
