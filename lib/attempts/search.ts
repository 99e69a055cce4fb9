import { query } from '@/lib/data/db'
import { type ListAsked, readList } from '@/lib/data/list'

export const ends = ['completed', 'failed', 'declined', 'abandoned'] as const
export type End = (typeof ends)[number]

/** Which attempts. `text` begins the client's id, its name or the address. `open`: still going on. */
export type Filter = {
  host?: string
  reason?: string
  end?: End | 'open'
  from?: Date
  until?: Date
  text?: string
}

export type Found = {
  id: string
  startedAt: Date
  updatedAt: Date
  host: string | null
  clientId: string | null
  clientName: string | null
  address: string
  end: End | null
  reason: string | null
  /** The last one it took. */
  step: string | null
}

export const searchAttempts = (filter: Filter, asked: ListAsked) =>
  readList<Found>({
    select: `"id", "startedAt", "updatedAt", "host", "clientId", "clientName", "address", "end",
      "reason", "step"`,
    from: '"Attempt"',
    where: toConditions(filter),
    sorts: { at: { column: '"startedAt"', type: 'timestamptz' } },
    id: '"id"',
    asked,
  })

export type Count = { end: End | null; reason: string | null; host: string | null; count: number }

/** How many of each end, reason and host, most first. */
export function countAttempts(filter: Filter): Promise<Count[]> {
  const values: unknown[] = []
  const conditions = toConditions(filter).flatMap(([condition, value]) =>
    value === undefined ? [] : [condition.replaceAll('?', `$${values.push(value)}`)],
  )
  return query(
    '',
    `SELECT "end", "reason", "host", count(*)::int AS count FROM "Attempt"
     WHERE ${conditions.join(' AND ')} GROUP BY 1, 2, 3 ORDER BY 4 DESC`,
    values,
  )
}

const toConditions = (filter: Filter): [condition: string, value: unknown][] => {
  const { host, reason, end, from, until, text } = filter
  return [
    // Always a range: the one index that holds the other columns, too, is walked by it.
    ['"startedAt" >= ?', from ?? new Date(0)],
    ['"startedAt" < ?', until],
    ['"host" = ?', host],
    ['"reason" = ?', reason],
    ['"end" = ?::"AttemptEnd"', end === 'open' ? undefined : end],
    ['("end" IS NULL) = ?', end === 'open' || undefined],
    [startsWith, text && toPatterns(text)],
  ]
}

// Three conditions that each have an index; names begin with a capital.
const startsWith = `("clientId" LIKE (?::text[])[1] OR "address" LIKE (?::text[])[1]
  OR "clientName" LIKE (?::text[])[1] OR "clientName" LIKE (?::text[])[2])`

function toPatterns(text: string): [asTyped: string, capitalized: string] {
  const start = `${text.replaceAll('\0', '').replaceAll(/[\\%_]/g, '\\$&')}%`
  return [start, start.charAt(0).toUpperCase() + start.slice(1)]
}
