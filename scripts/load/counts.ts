import { catalog } from '@/lib/operations'
import { toBucket } from '@/lib/stats/latency'
import type { Filling, Size } from './tables'

const { operations } = catalog

/** Milliseconds in the middle of each operation's calls. */
const middleOf = ({ effect }: (typeof operations)[number], n: number) =>
  (effect === 'read' ? 4 : 22) * (1 + n / 4)

/** The first is called half of the time, the next a quarter, and so on. */
const shares = operations.map((_, n) => 2 ** -(n + 1))

/** Three days by the hour and a year by the day; more in the evening, fewer at weekends, more each month. */
const hours = (days: number) => `(
    SELECT hour, hours, daily * (1 - extract(epoch FROM now() - hour) / 86400 / 500)
      * CASE WHEN extract(isodow FROM hour AT TIME ZONE 'UTC') > 5 THEN 0.6 ELSE 1 END
      * (1 + pg_temp.pick(extract(epoch FROM hour)::bigint, 18, 30) / 100.0) AS much
    FROM (
      SELECT hour, 1 AS hours, 0.3 + 0.7 * sin(pi() * extract(hour FROM hour AT TIME ZONE 'UTC') / 24) AS daily
      FROM generate_series(date_trunc('day', now() - interval '3 days', 'UTC'), now(), interval '1 hour') AS hour
      UNION ALL
      SELECT day, 24, 0.7
      FROM generate_series(date_trunc('day', now() - interval '${days - 1} days', 'UTC'), now() - interval '4 days',
        interval '1 day') AS day
    ) AS plain
  ) AS h`

/** A number of which the part behind the point is the chance of one more. */
const whole = (number: string) =>
  `LATERAL (SELECT floor((${number})::float + pg_temp.pick(extract(epoch FROM hour)::bigint, 19, 1000) / 1000.0) AS count)`

/** As many in all as there are rows of activity in 90 days. */
export const callCounts = ({ calls, days }: Size): Filling => ({
  table: 'CallCount',
  text: `INSERT INTO "CallCount" ("hour", "operation", "surface", "outcome", "bucket", "count")
    SELECT hour, o.name, s.surface::"Surface", e.outcome::"CallOutcome", o.middle + b + pg_temp.pick(extract(epoch FROM hour)::bigint / 86400, 20, 3), count
    FROM ${hours(days)}, unnest($2::text[], $3::int[], $4::float[]) AS o(name, middle, share),
      (VALUES ('api', 0.3), ('mcp', 0.7)) AS s(surface, share),
      (VALUES ('ok', 0.93), ('refused', 0.04), ('unauthorized', 0.02), ('failed', 0.004)) AS e(outcome, share),
      generate_series(-6, 11) AS b,
      ${whole(`$1::float / 2160 * o.share * hours * much * s.share * e.share
        * exp(-power(b / 3.5, 2) / 2) / 8.7`)} AS c
    WHERE count > 0`,
  values: [
    calls,
    operations.map(({ name }) => name),
    operations.map((operation, n) => toBucket(middleOf(operation, n))),
    shares,
  ],
})

/** Well within the objective, but for an hour two days ago. */
export const refreshCounts = ({ grants, days }: Size): Filling => ({
  table: 'RefreshCount',
  text: `INSERT INTO "RefreshCount" ("hour", "outcome", "count")
    SELECT hour, e.outcome::"RefreshOutcome", count FROM ${hours(days)},
      (VALUES ('ok', 0.97), ('repeated', 0.02), ('refused', 0.009), ('replayed', 0.0001), ('failed', 0.0002))
        AS e(outcome, share),
      ${whole(`$1::float / 300 * hours * much * e.share
        * CASE WHEN e.outcome = 'failed' AND hour = date_trunc('hour', now() - interval '2 days') THEN 200 ELSE 1 END`)} AS c
    WHERE count > 0`,
  values: [grants],
})
