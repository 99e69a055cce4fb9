import { query } from '@/lib/data/db'

/** One call as the person reads it. */
export type Done = {
  id: string
  at: Date
  grantId: string
  operation: string
  input: Record<string, unknown> | null
  outcome: string
  touched: string | null
  count: number
}

/** What of the activity: days are in UTC, the last one included; `after` is the last id of a page. */
export type Filter = {
  grantIds: string[] | null
  operation: string | null
  from: string | null
  to: string | null
  after: string | null
}

/** Newest first. */
export async function listActivity(
  accountId: string,
  { grantIds, operation, from, to, after }: Filter,
  limit: number,
): Promise<Done[]> {
  const rows = await query<Omit<Done, 'input'> & { input: string | null }>(
    'activity_list',
    `SELECT "id", "at", "grantId", "operation", "input", "outcome", "touched", "count"
     FROM "Activity" WHERE "accountId" = $1
       AND ($2::text[] IS NULL OR "grantId" = ANY($2))
       AND ($3::text IS NULL OR "operation" = $3)
       AND ($4::date IS NULL OR "at" >= $4::date::timestamp AT TIME ZONE 'UTC')
       AND ($5::date IS NULL OR "at" < ($5::date + 1)::timestamp AT TIME ZONE 'UTC')
       AND ($6::text IS NULL OR ("at", "id") <
         (SELECT "at", "id" FROM "Activity" WHERE "accountId" = $1 AND "id" = $6))
     ORDER BY "at" DESC, "id" DESC LIMIT $7`,
    [accountId, grantIds, operation, from, to, after, limit],
  )
  return rows.map((row) => ({ ...row, input: row.input === null ? null : JSON.parse(row.input) }))
}

/** Which operations there are to choose from. */
export async function listOperations(accountId: string): Promise<string[]> {
  const rows = await query<{ operation: string }>(
    'activity_operations',
    `SELECT DISTINCT "operation" FROM "Activity" WHERE "accountId" = $1 ORDER BY 1`,
    [accountId],
  )
  return rows.map(({ operation }) => operation)
}
