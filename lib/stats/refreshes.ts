import { query } from '@/lib/data/db'
import { createTally, thisHour, toTime } from './tally'

/**
 * How a refresh ended. `repeated`: an old token within its grace; `replayed`: after it, which ended the
 * connection; `refused`: by a client or token that is none, or has ended; `failed`: on our side.
 */
export const refreshOutcomes = ['ok', 'repeated', 'replayed', 'refused', 'failed'] as const

export type RefreshOutcome = (typeof refreshOutcomes)[number]

const tally = createTally('refreshes not counted', (counts) => {
  const keys = counts.map(([key]) => key.split(' '))
  return query(
    'stats_refreshes',
    `INSERT INTO "RefreshCount" AS known ("hour", "outcome", "count")
     SELECT * FROM unnest($1::timestamptz[], $2::"RefreshOutcome"[], $3::int[])
     ON CONFLICT ("hour", "outcome") DO UPDATE SET "count" = known."count" + excluded."count"`,
    [
      keys.map(([hour]) => toTime(hour)),
      keys.map(([, outcome]) => outcome),
      counts.map(([, count]) => count),
    ],
  )
})

export const countRefresh = (outcome: RefreshOutcome): void => tally.add(`${thisHour()} ${outcome}`)

export const refreshesWritten = tally.written
