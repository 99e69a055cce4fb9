import { getRefreshHealth } from '@/lib/stats/refresh-health'
import type { Check } from './attention'

export const refreshesFail: Check = async () => {
  const { isBurning, spent, counts } = await getRefreshHealth()
  if (!isBurning && spent <= 1) return null
  return {
    what: 'Connections are lost when they refresh',
    why: `${counts.failed} refreshes failed here and ${counts.replayed} ended a connection in 28 days: more than the objective allows.`,
    href: '#refreshes',
    button: 'See refreshes',
    isUrgent: isBurning,
  }
}
