import { pool } from '@/lib/data/db'

export type End = 'completed' | 'failed' | 'declined' | 'abandoned'
/** `open`: still going on. */
export const ends = ['open', 'completed', 'failed', 'declined', 'abandoned'] as const

/** Which attempts. `text` begins the client's id, its name or the address. */
export type Filter = {
  host?: string
  reason?: string
  end?: (typeof ends)[number]
  from?: Date
  until?: Date
  text?: string
}

/** One line of the list. */
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
  step: string | null
  /** Its place in the list. */
  cursor: string
}

/** Continue `before` a place to older ones, or go back `after` it to newer ones. */
export type From = { way: 'before' | 'after'; cursor: string }

/** Newest first; `older` and `newer` say whether there are more. */
export async function searchAttempts(filter: Filter, from: From | null, limit = 50) {
  const { conditions, values } = toConditions(filter)
  const isBack = from?.way === 'after'
  const place = from && toPlace(from.cursor)
  if (place) {
    values.push(...place)
    const places = `($${values.length - 1}, $${values.length})`
    conditions.push(`("startedAt", "id") ${isBack ? '>' : '<'} ${places}`)
  }
  const order = isBack ? 'ASC' : 'DESC'
  const { rows } = await pool().query<Found>(
    `SELECT ${columns} FROM "Attempt" ${where(conditions)}
     ORDER BY "startedAt" ${order}, "id" ${order} LIMIT ${limit + 1}`,
    values,
  )
  const hasMore = rows.length > limit
  const found = rows.slice(0, limit)
  return isBack
    ? { found: found.reverse(), older: true, newer: hasMore }
    : { found, older: hasMore, newer: place !== null }
}

const columns = `"id", "startedAt", "updatedAt", "host", "clientId", "clientName", "address", "end",
  "reason", "steps" -> -1 ->> 'step' AS step,
  to_char("startedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || "id" AS cursor`

/** When, to the microsecond that a Date does not hold, and the id; null for what is no cursor. */
function toPlace(cursor: string): [at: string, id: string] | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~([\w-]{1,64})$/.exec(cursor) ?? []
  return at && id && Number.isFinite(Date.parse(at)) ? [at, id] : null
}

export type Counts = {
  reason: string | null
  end: End | null
  host: string | null
  count: number
}[]

/** How many of which end, reason and host. */
export async function countAttempts(filter: Filter): Promise<Counts> {
  const { conditions, values } = toConditions(filter)
  const { rows } = await pool().query(
    `SELECT "end", "reason", "host", count(*)::int AS count FROM "Attempt" ${where(conditions)}
     GROUP BY 1, 2, 3 ORDER BY 4 DESC`,
    values,
  )
  return rows
}

const where = (conditions: string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''

function toConditions({ host, reason, end, from, until, text }: Filter) {
  const values: unknown[] = []
  const conditions: string[] = []
  const add = (value: unknown, condition: (place: string) => string) => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  // Always a range, so that the one index is walked whatever else is asked.
  add(from ?? new Date(0), (n) => `"startedAt" >= ${n}`)
  if (until) add(until, (n) => `"startedAt" < ${n}`)
  if (host) add(host, (n) => `"host" = ${n}`)
  if (reason) add(reason, (n) => `"reason" = ${n}`)
  if (end === 'open') conditions.push('"end" IS NULL')
  else if (end) add(end, (n) => `"end" = ${n}::"AttemptEnd"`)
  if (text) {
    const start = `${text.replaceAll(/[\\%_]/g, '\\$&')}%`
    add([start, start.charAt(0).toUpperCase() + start.slice(1)], startsWith)
  }
  return { conditions, values }
}

// Three conditions that each have an index; names begin with a capital.
const startsWith = (n: string): string => {
  const [first, capital] = [`(${n}::text[])[1]`, `(${n}::text[])[2]`]
  return `("clientId" LIKE ${first} OR "address" LIKE ${first}
    OR "clientName" LIKE ${first} OR "clientName" LIKE ${capital})`
}
