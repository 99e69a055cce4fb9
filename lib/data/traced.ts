import type pg from 'pg'
import { type StatementTold, statements } from '@/lib/telemetry/channels'

type Query = (...given: unknown[]) => unknown

/** Tells of each statement of a connection, where somebody listened when that was opened. */
export function traceStatements(client: pg.PoolClient): void {
  if (!statements.hasSubscribers) return
  const query = client.query.bind(client) as Query
  const traced: Query = (...given) => {
    const told: StatementTold = { statement: nameOf(given[0]) }
    const back = given.at(-1)
    // The pool hands over a callback, everybody else awaits.
    if (typeof back === 'function') return statements.traceCallback(query, -1, told, null, ...given)
    return statements.tracePromise(async () => query(...given), told)
  }
  client.query = traced as typeof client.query
}

/** Our own name for it, or its first word; never its text, which may hold values. */
function nameOf(statement: unknown): string {
  const { name, text } =
    typeof statement === 'string'
      ? { name: undefined, text: statement }
      : (statement as { name?: string; text?: string })
  return (
    name ??
    text
      ?.trimStart()
      .match(/^[A-Za-z]{1,12}/)?.[0]
      .toUpperCase() ??
    'statement'
  )
}
