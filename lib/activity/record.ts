import type { Tx } from '@/lib/data/db'
import { query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** One call in a person's name; `touched` is an absolute URL. */
type Entry = {
  id: string
  caller: { accountId: string; grantId: string }
  operation: string
  input: string
  outcome: string
  touched: string | null
}

/** In the transaction of a write. It may have been told before that the write took too long. */
async function within(tx: Tx, entry: Entry): Promise<void> {
  const { id, caller, operation, input, outcome } = entry
  const touched = toOwnPath(entry.touched)
  await tx.$executeRaw`
    INSERT INTO "Activity" ("id", "accountId", "grantId", "operation", "input", "outcome", "touched")
    VALUES (${id}, ${caller.accountId}, ${caller.grantId}, ${operation}, ${input}, ${outcome}, ${touched})
    ON CONFLICT ("id") DO UPDATE SET "outcome" = ${outcome}, "touched" = ${touched}`
}

type Waiting = Entry & { at: Date; count: number }

/** Milliseconds; and rows, beyond which a flood is dropped: reads are told of, they decide nothing. */
const every = 100
const mostWaiting = 5000

let waiting = new Map<string, Waiting>()
let tail: Promise<unknown> = Promise.resolve()
let timer: NodeJS.Timeout | undefined

/** Behind the answer: one row for the same call made again at once, one statement for all. */
function later(entry: Entry): void {
  const { caller, operation, input, outcome, touched } = entry
  const key = `${caller.grantId} ${operation} ${outcome} ${touched} ${input}`
  const known = waiting.get(key)
  if (known) known.count += 1
  else if (waiting.size < mostWaiting) waiting.set(key, { ...entry, at: new Date(), count: 1 })
  timer ??= setTimeout(() => void activityWritten(), every)
}

export const recorder = { within, later }

/** Writes what waits; resolves when everything that was told until now is written. */
export function activityWritten(): Promise<unknown> {
  clearTimeout(timer)
  timer = undefined
  const rows = [...waiting.values()]
  waiting = new Map()
  if (rows.length > 0) {
    tail = tail.then(() => write(rows)).catch((error) => log.error('activity not recorded', error))
  }
  return tail
}

const write = (rows: Waiting[]) =>
  query(
    'activity_write',
    `INSERT INTO "Activity"
       ("id", "at", "accountId", "grantId", "operation", "input", "outcome", "touched", "count")
     SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[],
       $6::text[], $7::text[], $8::text[], $9::int[])
     ON CONFLICT ("id") DO NOTHING`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.at),
      rows.map((row) => row.caller.accountId),
      rows.map((row) => row.caller.grantId),
      rows.map((row) => row.operation),
      rows.map((row) => row.input),
      rows.map((row) => row.outcome),
      rows.map((row) => toOwnPath(row.touched)),
      rows.map((row) => row.count),
    ],
  )

/** Only what lies on this site becomes a link. */
function toOwnPath(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { origin, pathname, search } = new URL(url)
  // Two slashes at the beginning would be another host.
  return origin === env().origin && !pathname.startsWith('//') ? pathname + search : null
}
