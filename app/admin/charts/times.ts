import type { Step } from '@/lib/stats/days'

const formats = {
  day: new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  hour: new Intl.DateTimeFormat('en', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }),
}

/** A day or an hour under a chart and in its table, in UTC. */
export const toStep = (at: Date, step: Step): string => formats[step].format(at)
