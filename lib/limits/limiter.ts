import type { Allowance, Asking, Limiter, Quota } from '@/lib/plugin/allowance'
import { boundsOf } from './limits'
import { placeOf } from './place'
import type { Store } from './store'

/** `factor` is how many times what is written down in limits.ts is allowed. */
export const createLimiter =
  (store: () => Promise<Store>, factor: () => Promise<number>): Limiter =>
  async ({ operation, caller, headers, hostsPerson }: Asking): Promise<Allowance> => {
    const place = () => placeOf(headers.get('x-forwarded-for'), hostsPerson)
    const [{ add }, times] = await Promise.all([store(), factor()])
    const quotas: Quota[] = []
    for (const { limit, subject } of boundsOf(operation, caller, place)) {
      // Whole: the fields that tell it hold integers.
      const bound = { ...limit, points: Math.ceil(limit.points * times) }
      // A write waits until all processes have counted it; a read is counted behind its answer.
      const counted = await add(bound, subject, {
        points: operation.cost ?? 1,
        exact: operation.effect !== 'read',
      })
      const resets = Math.max(1, Math.ceil(counted.endsInMs / 1000))
      quotas.push({ ...bound, left: Math.max(0, bound.points - counted.used), resets })
      if (counted.used > bound.points) return { quotas, wait: resets }
    }
    return { quotas, wait: 0 }
  }
