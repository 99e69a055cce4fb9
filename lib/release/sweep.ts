import { removeSome, type Swept } from '@/lib/data/bounded'

export const sweepTesters = (): Promise<Swept> =>
  removeSome('testers_sweep', 'Tester', {
    condition: `"accountId" IS NULL AND "expiresAt" < now() - interval '1 day'`,
  })
