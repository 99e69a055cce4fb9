import { query } from '@/lib/data/db'
import { type RefreshOutcome, refreshOutcomes } from './refreshes'

/** Of 1,000 refreshes of living connections, 999 keep them going, over four weeks. */
export const objective = { share: 0.999, days: 28 }

export type RefreshHealth = {
  counts: Record<RefreshOutcome, number>
  /** The share that went well of those that should have; null where there was none. */
  kept: number | null
  /** The part of what may go wrong in four weeks that has; above 1 the objective is missed. */
  spent: number
  /** How many times too fast that happens, in the last hour or two and in the last six or seven. */
  burn: { fast: number; slow: number }
  /** The site reliability workbook's alert: at this rate all is spent within days. */
  isBurning: boolean
}

type Row = { outcome: RefreshOutcome; all: number; slow: number; fast: number }

export async function getRefreshHealth(): Promise<RefreshHealth> {
  const rows = await query<Row>(
    'stats_refresh_health',
    `SELECT "outcome", sum("count")::int AS all,
       coalesce(sum("count") FILTER (WHERE "hour" > now() - interval '7 hours'), 0)::int AS slow,
       coalesce(sum("count") FILTER (WHERE "hour" > now() - interval '2 hours'), 0)::int AS fast
     FROM "RefreshCount" WHERE "hour" > now() - make_interval(days => $1) GROUP BY 1`,
    [objective.days],
  )
  return toHealth(rows)
}

/** Fewer than this prove nothing: a single lost answer on a quiet night is no fire. */
const fewestBad = 3

export function toHealth(rows: Row[]): RefreshHealth {
  const of = (span: 'all' | 'slow' | 'fast') => {
    const sum = (...outcomes: RefreshOutcome[]) =>
      rows.reduce((all, row) => all + (outcomes.includes(row.outcome) ? row[span] : 0), 0)
    // What was refused had ended by somebody's will, or never was: no promise covers it.
    const [good, bad] = [sum('ok', 'repeated'), sum('replayed', 'failed')]
    return { good, bad, rate: bad === 0 ? 0 : bad / (good + bad) / (1 - objective.share) }
  }
  const [all, slow, fast] = [of('all'), of('slow'), of('fast')]
  const count = (outcome: RefreshOutcome) => rows.find((row) => row.outcome === outcome)?.all ?? 0
  return {
    counts: Object.fromEntries(
      refreshOutcomes.map((outcome) => [outcome, count(outcome)]),
    ) as RefreshHealth['counts'],
    kept: all.good + all.bad === 0 ? null : all.good / (all.good + all.bad),
    spent: all.rate,
    burn: { fast: fast.rate, slow: slow.rate },
    isBurning:
      (fast.rate >= 14.4 && fast.bad >= fewestBad) || (slow.rate >= 6 && slow.bad >= fewestBad),
  }
}
