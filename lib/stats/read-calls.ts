import { query } from '@/lib/data/db'
import type { CallOutcome } from './calls'
import { lastSteps, type Step } from './days'
import { quantile } from './latency'

/** `p50` and `p95` are milliseconds of the calls that did what was asked; null where none did. */
export type CallSummary = {
  calls: number
  /** On our side. */
  failed: number
  /** For what was sent, for want of a token or because it was too much. */
  refused: number
  p50: number | null
  p95: number | null
}

type Row = { outcome: CallOutcome; bucket: number; count: number }

/** One for each of the last `count` days or hours, oldest first. */
export async function listCalls(
  step: Step,
  count: number,
): Promise<(CallSummary & { at: Date })[]> {
  const steps = lastSteps(step, count)
  const rows = await query<Row & { at: Date }>(
    'stats_calls_by_time',
    `SELECT date_bin($1::interval, "hour", 'epoch') AS at, "outcome", "bucket", sum("count")::int AS count
     FROM "CallCount" WHERE "hour" >= $2 GROUP BY 1, 2, 3`,
    [`1 ${step}`, steps[0]],
  )
  const summaries = summarize(rows, ({ at }) => at.toISOString())
  return steps.map((at) => ({ at, ...(summaries.get(at.toISOString()) ?? none) }))
}

/** One for each operation by each way that was called in the last `days`, most called first. */
export async function listOperations(
  days: number,
): Promise<(CallSummary & { operation: string; surface: string })[]> {
  const rows = await query<Row & { operation: string; surface: string }>(
    'stats_calls_by_operation',
    `SELECT "operation", "surface", "outcome", "bucket", sum("count")::int AS count
     FROM "CallCount" WHERE "hour" >= $1 GROUP BY 1, 2, 3, 4`,
    [lastSteps('day', days)[0]],
  )
  return [...summarize(rows, ({ operation, surface }) => `${operation} ${surface}`)]
    .map(([key, summary]) => {
      const [operation = '', surface = ''] = key.split(' ')
      return { operation, surface, ...summary }
    })
    .sort((one, other) => other.calls - one.calls)
}

const none: CallSummary = { calls: 0, failed: 0, refused: 0, p50: null, p95: null }

function summarize<R extends Row>(rows: R[], toKey: (row: R) => string): Map<string, CallSummary> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const key = toKey(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return new Map([...groups].map(([key, group]) => [key, summaryOf(group)]))
}

function summaryOf(rows: Row[]): CallSummary {
  const sum = (...outcomes: CallOutcome[]) =>
    rows.reduce((all, { outcome, count }) => all + (outcomes.includes(outcome) ? count : 0), 0)
  const done = rows.filter(({ outcome }) => outcome === 'ok')
  const lengths = new Map(done.map(({ bucket, count }) => [bucket, count]))
  const failed = sum('failed')
  const refused = sum('refused', 'unauthorized', 'limited')
  return {
    calls: sum('ok', 'held') + failed + refused,
    failed,
    refused,
    p50: quantile(lengths, 0.5),
    p95: quantile(lengths, 0.95),
  }
}
