import { readdirSync } from 'node:fs'
import { query } from '@/lib/data/db'
import { log } from '@/lib/log'
import { getKeys } from '@/lib/oauth/keys'
import { requestId } from '@/lib/request-id'

/** What must hold before requests are sent here; the names are all that is told. */
export type Check = 'database' | 'migrations' | 'signing_key' | 'clock'

/** Milliseconds. A database that takes longer is as good as none. */
const patience = 3000
/** Tokens are dated by this process and by the database, and expire within minutes. */
const clocksApart = 30_000
/** Whoever asks oftener is told the same again. */
const keptFor = 1000

let last: { at: number; failed: Promise<Check[]> } | undefined

/** Ready to answer, by the checks above; 503 names those that failed. */
export async function ready(): Promise<Response> {
  if (!last || performance.now() - last.at > keptFor) {
    last = { at: performance.now(), failed: listFailed() }
  }
  const failed = await last.failed
  const headers = { 'cache-control': 'no-store' }
  if (failed.length === 0) return Response.json({ status: 'ready' }, { headers })
  const problem = {
    ...{ type: 'about:blank', title: 'Not ready', status: 503 },
    ...{ detail: `Failed: ${failed.join(', ')}.`, failed, requestId: requestId() },
  }
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { ...headers, 'content-type': 'application/problem+json', 'retry-after': '5' },
  })
}

/** The checks that fail now; looked at anew each time. */
export async function listFailed(): Promise<Check[]> {
  const clock = await holds('database', readClock)
  if (clock === null) return ['database']
  const failed: Check[] = []
  if (!(await holds('migrations', isMigrated))) failed.push('migrations')
  if (!(await holds('signing_key', () => getKeys(0)))) failed.push('signing_key')
  if (clock > clocksApart) failed.push('clock')
  return failed
}

async function holds<T>(check: Check, look: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience)
  })
  const looked = look().catch((error) => {
    log.warn('not ready', error, { check })
    return null
  })
  return Promise.race([looked, late]).finally(() => clearTimeout(timer))
}

/** Milliseconds between the database's clock and ours, less what it took to ask. */
async function readClock(): Promise<number> {
  const asked = Date.now()
  const [row] = await query<{ now: Date }>('ready_clock', 'SELECT clock_timestamp() AS now', [])
  const theirs = row?.now.getTime() ?? 0
  const answered = Date.now()
  return Math.max(0, asked - theirs, theirs - answered)
}

async function isMigrated(): Promise<boolean> {
  const [row] = await query<{ unfinished: boolean; known: boolean }>(
    'ready_migrations',
    `SELECT bool_or("finished_at" IS NULL) AS unfinished, bool_or("migration_name" = $1) AS known
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
    [lastMigration()],
  )
  return row?.known === true && !row.unfinished
}

// Next writes the name in when it builds: what Vercel runs has no such folder.
const lastMigration = (): string =>
  process.env.LAST_MIGRATION ??
  readdirSync('prisma/migrations')
    .filter((name) => /^\d/.test(name))
    .sort()
    .at(-1) ??
  ''
