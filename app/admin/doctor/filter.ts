import type { Filter } from '@/lib/attempts/search'
import { ends } from '@/lib/attempts/search'

export const filters = ['host', 'reason', 'end', 'from', 'to', 'text'] as const

const isEnd = (text?: string): text is NonNullable<Filter['end']> =>
  text === 'open' || ends.some((end) => end === text)

/** What an address asks for: days are in UTC, the last one included. */
export function toFilter(asked: Record<string, string>): Filter {
  const { host, reason, end, text } = asked
  const [from, to] = [toDay(asked.from), toDay(asked.to)]
  return {
    ...(host && { host }),
    ...(reason && { reason }),
    ...(isEnd(end) && { end }),
    ...(text && { text }),
    ...(from && { from }),
    ...(to && { until: new Date(to.getTime() + 24 * 3600_000) }),
  }
}

function toDay(text: string | undefined): Date | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? new Date(`${text}T00:00:00Z`) : null
  return day && Number.isFinite(day.getTime()) ? day : null
}
