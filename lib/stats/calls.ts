import { query } from '@/lib/data/db'
import { toBucket } from './latency'
import { createTally, thisHour, toTime } from './tally'

/**
 * How a call ended. `held`: the person was asked first; `refused`: what was sent cannot be done;
 * `unauthorized`: without a token that holds; `limited`: too often; `failed`: on our side.
 */
export type CallOutcome = 'ok' | 'held' | 'refused' | 'unauthorized' | 'limited' | 'failed'

/** `operation` is a name of the catalog; `ms` how long it took. */
export type CountedCall = {
  operation: string
  surface: 'api' | 'mcp'
  outcome: CallOutcome
  ms: number
}

const tally = createTally('calls not counted', (counts) => {
  const keys = counts.map(([key]) => key.split(' '))
  return query(
    'stats_calls',
    `INSERT INTO "CallCount" AS known ("hour", "operation", "surface", "outcome", "bucket", "count")
     SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::"Surface"[], $4::"CallOutcome"[],
       $5::smallint[], $6::int[])
     ON CONFLICT ("hour", "operation", "surface", "outcome", "bucket")
     DO UPDATE SET "count" = known."count" + excluded."count"`,
    [
      keys.map(([hour]) => toTime(hour)),
      keys.map(([, operation]) => operation),
      keys.map(([, , surface]) => surface),
      keys.map(([, , , outcome]) => outcome),
      keys.map(([, , , , bucket]) => bucket),
      counts.map(([, count]) => count),
    ],
  )
})

/** Costs some hundred nanoseconds and no statement. */
export const countCall = ({ operation, surface, outcome, ms }: CountedCall): void =>
  tally.add(`${thisHour()} ${operation} ${surface} ${outcome} ${toBucket(ms)}`)

export const callsWritten = tally.written
