import { inTurn, mostRows, removeSome, type Swept, someOf } from '@/lib/data/bounded'
import { query } from '@/lib/data/db'

/** Days that hours are told apart, and that anything is kept. */
const hourly = 3
const kept = 400

/** Merges the hours of days long gone into the first of each, and removes what is older still. */
export const sweepStats = (): Promise<Swept> =>
  inTurn(
    () => merge('CallCount', ['operation', 'surface', 'outcome', 'bucket']),
    () => removeOld('CallCount'),
    () => merge('RefreshCount', ['outcome']),
    () => removeOld('RefreshCount'),
  )

async function merge(table: string, by: string[]): Promise<Swept> {
  const columns = by.map((name) => `"${name}"`).join(', ')
  const [merged] = await query<{ rows: number }>(
    `stats_merge_${table}`,
    `WITH hours AS (
       DELETE FROM "${table}" WHERE ${someOf(table, isHourly)} RETURNING *
     ), days AS (
     INSERT INTO "${table}" AS known ("hour", ${columns}, "count")
     SELECT date_bin('1 day', "hour", 'epoch'), ${columns}, sum("count") FROM hours GROUP BY 1, ${columns}
     ON CONFLICT ("hour", ${columns}) DO UPDATE SET "count" = known."count" + excluded."count"
     )
     SELECT count(*)::int AS rows FROM hours`,
    [hourly],
  )
  const rows = merged?.rows ?? 0
  return { rows, isMore: rows === mostRows }
}

const isHourly = `"hour" < now() - make_interval(days => $1)
  AND "hour" <> date_bin('1 day', "hour", 'epoch')`

const removeOld = (table: string): Promise<Swept> =>
  removeSome(`stats_sweep_${table}`, table, {
    condition: `"hour" < now() - make_interval(days => $1)`,
    values: [kept],
  })
