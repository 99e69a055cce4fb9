import { listCalls } from '@/lib/stats/read-calls'
import type { Check } from './attention'

/** Of the calls of the last hour or two; of fewer than these nothing can be said. */
const tooMany = 0.05
const fewest = 20

export const callsFail: Check = async () => {
  const hours = await listCalls('hour', 2)
  const calls = hours.reduce((sum, hour) => sum + hour.calls, 0)
  const failed = hours.reduce((sum, hour) => sum + hour.failed, 0)
  if (calls < fewest || failed / calls < tooMany) return null
  return {
    what: `${Math.round((failed / calls) * 100)} % of the calls fail on our side`,
    why: `${failed} of ${calls} since the last hour began. The log names each with its request id.`,
    href: '#operations',
    button: 'See which operations',
    isUrgent: true,
  }
}
