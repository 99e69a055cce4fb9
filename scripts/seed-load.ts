import pg from 'pg'
import { readEnv } from '@/lib/env'
import { callCounts, refreshCounts } from './load/counts'
import { actions, activity, attempts } from './load/events'
import * as tables from './load/tables'
import { StopError } from './stop'

/** In the order that their references want. */
const fillings = [
  tables.people,
  tables.sessions,
  tables.clients,
  tables.grants,
  tables.refreshTokens,
  activity,
  attempts,
  actions,
  callCounts,
  refreshCounts,
]

/**
 * Fills the database as if the site had been used for a year, so that pages can be seen and timed as
 * they will be then. All of it or, where something fails, nothing.
 */
export async function seedLoad(url: string, size = tables.fullSize): Promise<void> {
  // Strangers' data that nobody gave must never stand beside what people did.
  if (!readEnv(process.env).local) throw new StopError('The load is for a site on this machine.')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if (await isLoaded(client)) throw new StopError('The load is there already.')
    await client.query('BEGIN')
    await fill(client, size, console.log)
    await client.query('COMMIT')
    // Without it a count reads every row, which a database in use does not have to.
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

async function isLoaded(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "Account" WHERE "email" = 'person.1@load.example'`,
  )
  return rowCount === 1
}

/** In the transaction that is open; tells of each table. */
export async function fill(
  client: pg.Client,
  size: tables.Size,
  tell: (line: string) => void,
): Promise<void> {
  await client.query(tables.functions)
  for (const one of fillings) {
    const { table, text, values } = one(size)
    const began = performance.now()
    const { rowCount } = await client.query(text, values)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    tell(`${table.padEnd(14)} ${String(rowCount).padStart(9)} rows ${seconds.padStart(6)} s`)
  }
}
