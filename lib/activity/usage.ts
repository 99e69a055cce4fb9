import { query } from '@/lib/data/db'

/** How a connection or key was used: calls a day for the last 30 days, oldest first. */
export type Usage = { calls: number[]; total: number; lastUsedAt: Date | null }

export const usageDays = 30

export const unused: Usage = { calls: Array(usageDays).fill(0), total: 0, lastUsedAt: null }

/** By the id of the connection or key; those that were not used are not there. */
export async function getUsage(accountId: string): Promise<Map<string, Usage>> {
  const rows = await query<{ grantId: string; age: number; calls: number; last: Date }>(
    'activity_usage',
    // In no order: sorting it would cost more than all the rest. What is older is one day.
    `SELECT "grantId", least(current_date - "at"::date, $2) AS age, sum("count")::int AS calls, max("at") AS last
     FROM "Activity" WHERE "accountId" = $1 GROUP BY 1, 2`,
    [accountId, usageDays],
  )
  const usage = new Map<string, Usage>()
  for (const { grantId, age, calls, last } of rows) {
    const one = usage.get(grantId) ?? { ...unused, calls: [...unused.calls] }
    usage.set(grantId, one)
    one.lastUsedAt = latest(one.lastUsedAt, last)
    if (age >= usageDays) continue
    one.calls[usageDays - 1 - Math.max(age, 0)] = calls
    one.total += calls
  }
  return usage
}

/** That of several connections together. */
export const sumUsage = (all: Usage[]): Usage => ({
  calls: unused.calls.map((_, day) => all.reduce((sum, one) => sum + (one.calls[day] ?? 0), 0)),
  total: all.reduce((sum, one) => sum + one.total, 0),
  lastUsedAt: all.reduce<Date | null>((last, one) => latest(last, one.lastUsedAt), null),
})

const latest = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one > other ? one : other) : (one ?? other)
