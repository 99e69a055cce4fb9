import { query } from '@/lib/data/db'

/** Days that hours are told apart, and that anything is kept. */
const hourly = 8
const kept = 400

/** Merges the hours of days long gone into the first of each, and removes what is older still. */
export async function sweepStats(): Promise<void> {
  await merge('CallCount', ['operation', 'surface', 'outcome', 'bucket'])
  await merge('RefreshCount', ['outcome'])
}

async function merge(table: string, by: string[]): Promise<void> {
  const columns = by.map((name) => `"${name}"`).join(', ')
  await query(
    `stats_merge_${table}`,
    `WITH hours AS (
       DELETE FROM "${table}" WHERE "hour" < now() - make_interval(days => $1)
       AND "hour" <> date_trunc('day', "hour", 'UTC') RETURNING *
     )
     INSERT INTO "${table}" AS known ("hour", ${columns}, "count")
     SELECT date_trunc('day', "hour", 'UTC'), ${columns}, sum("count") FROM hours GROUP BY 1, ${columns}
     ON CONFLICT ("hour", ${columns}) DO UPDATE SET "count" = known."count" + excluded."count"`,
    [hourly],
  )
  await query(
    `stats_sweep_${table}`,
    `DELETE FROM "${table}" WHERE "hour" < now() - make_interval(days => $1)`,
    [kept],
  )
}
