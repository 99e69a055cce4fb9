import type { Filter as ListFilter } from '@/app/admin/ui/filter-form'
import { explanations } from '@/lib/attempts/reasons'
import { ends, type Filter } from '@/lib/attempts/search'
import { endChoices, hostChoices } from './words'

const reasons = [...explanations].map(([reason, { what }]): [string, string] => [reason, what])

/** What the list of attempts can be asked for, on its page and as a file. */
export const filters: ListFilter[] = [
  { name: 'text', label: 'Client or address begins with' },
  { name: 'host', label: 'Host', all: 'All hosts', options: hostChoices },
  { name: 'end', label: 'End', all: 'Any end', options: endChoices },
  { name: 'reason', label: 'Reason', all: 'Any reason', options: reasons },
  { name: 'from', label: 'From', type: 'date' },
  { name: 'to', label: 'To', type: 'date' },
]

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
