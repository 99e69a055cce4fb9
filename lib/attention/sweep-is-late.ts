import { lastSweep } from '@/lib/sweep/last'
import type { Check } from './attention'

/** Hours; it is begun every ten minutes, or by a daily cron. */
const longest = 26

export const sweepIsLate: Check = async () => {
  const rooms = await lastSweep()
  const failing = rooms.find(({ error }) => error !== null)
  if (failing) return told(`Removing old rows of ${failing.room} fails`, failing.at)
  const latest = rooms.reduce<Date | null>((last, { at }) => (last && last > at ? last : at), null)
  const isLate = latest !== null && Date.now() - latest.getTime() > longest * 3600_000
  return isLate ? told('What has expired is not removed', latest) : null
}

const told = (what: string, at: Date) => ({
  what,
  why: `The last sweep was at ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC; people are told that their data goes in time.`,
  href: '/admin/health',
  button: 'See the last sweep',
})
