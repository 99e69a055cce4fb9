import { catalog } from '@/lib/operations'
import { toBucket } from '@/lib/stats/latency'
import type { Filling, Size } from './tables'

const { operations } = catalog

/** Milliseconds in the middle of each operation's calls. */
const middleOf = ({ effect }: (typeof operations)[number], n: number) =>
  (effect === 'read' ? 4 : 22) * (1 + n / 4)

/** Eight days by the hour and a year by the day; more in the evening, fewer at weekends, more each month. */
const hours = `(
    SELECT hour, hours, daily * (1 - extract(epoch FROM now() - hour) / 86400 / 500)
      * CASE WHEN extract(isodow FROM hour AT TIME ZONE 'UTC') > 5 THEN 0.6 ELSE 1 END
      * (1 + pg_temp.pick(extract(epoch FROM hour)::bigint, 18, 30) / 100.0) AS much
    FROM (
      SELECT hour, 1 AS hours, 0.3 + 0.7 * sin(pi() * extract(hour FROM hour AT TIME ZONE 'UTC') / 24) AS daily
      FROM generate_series(date_trunc('day', now() - interval '8 days', 'UTC'), now(), interval '1 hour') AS hour
      UNION ALL
      SELECT day, 24, 0.7
      FROM generate_series(date_trunc('day', now() - interval '399 days', 'UTC'), now() - interval '9 days',
        interval '1 day') AS day
    ) AS plain
  ) AS h`

/** A number of which the part behind the point is the chance of one more. */
const whole = (number: string) =>
  `LATERAL (SELECT floor((${number})::float + pg_temp.pick(extract(epoch FROM hour)::bigint, 19, 1000) / 1000.0) AS count)`

/** As many in all as there are rows of activity in 90 days. */
export const callCounts = ({ calls }: Size): Filling => ({
  table: 'CallCount',
  text: `INSERT INTO "CallCount" ("hour", "operation", "surface", "outcome", "bucket", "count")
    SELECT hour, o.name, s.surface::"Surface", e.outcome::"CallOutcome", o.middle + b,
      count
    FROM ${hours}, unnest($2::text[], $3::int[]) AS o(name, middle),
      (VALUES ('api', 0.3), ('mcp', 0.7)) AS s(surface, share),
      (VALUES ('ok', 0.93), ('refused', 0.04), ('unauthorized', 0.02), ('failed', 0.004)) AS e(outcome, share),
      generate_series(-6, 11) AS b,
      ${whole(`$1::float / 2160 / cardinality($2::text[]) * hours * much * s.share * e.share
        * exp(-power(b / 3.5, 2) / 2) / 8.7`)} AS c
    WHERE count > 0`,
  values: [
    calls,
    operations.map(({ name }) => name),
    operations.map((operation, n) => toBucket(middleOf(operation, n))),
  ],
})

/** Well within the objective, but for an hour three days ago. */
export const refreshCounts = ({ grants }: Size): Filling => ({
  table: 'RefreshCount',
  text: `INSERT INTO "RefreshCount" ("hour", "outcome", "count")
    SELECT hour, e.outcome::"RefreshOutcome", count FROM ${hours},
      (VALUES ('ok', 0.97), ('repeated', 0.02), ('refused', 0.009), ('replayed', 0.0001), ('failed', 0.0002))
        AS e(outcome, share),
      ${whole(`$1::float / 300 * hours * much * e.share
        * CASE WHEN e.outcome = 'failed' AND hour = date_trunc('hour', now() - interval '3 days') THEN 200 ELSE 1 END`)} AS c
    WHERE count > 0`,
  values: [grants],
})
