import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StopError } from '../stop'

export const FOLDER = 'prisma/migrations'

// The key that Prisma's engine takes, so that the two never apply migrations at once.
const LOCK = 'SELECT pg_advisory_xact_lock(72707369)'

/**
 * Applies what is missing, each migration in one transaction together with its record in Prisma's
 * own table: it is there wholly or not at all, whatever happens midway. Prisma Migrate writes the
 * record beside the migration, and then cannot tell how far an interrupted one has come.
 */
export async function deployMigrations(url: string, folder = FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect().catch((error) => {
    const { host } = new URL(url)
    throw new StopError(
      `Cannot connect to the database at ${host} to migrate it: ${error.code ?? error.message}.`,
    )
  })
  try {
    const applied = await readApplied(client)
    const missing = migrationNames(folder).filter((name) => !applied.has(name))
    const done: string[] = []
    for (const name of missing) {
      if (await apply(client, name, readFileSync(scriptOf(folder, name), 'utf8'))) done.push(name)
    }
    return done
  } finally {
    await client.end()
  }
}

export function migrationNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(scriptOf(folder, name)))
    .sort()
}

async function apply(client: pg.Client, name: string, script: string): Promise<boolean> {
  try {
    await client.query('BEGIN')
    await client.query(LOCK)
    await client.query(TABLE)
    // Another process may have been faster while this one waited for the lock.
    const isMissing = !(await readApplied(client)).has(name)
    if (isMissing) {
      await client.query(script)
      await client.query(RECORD, [randomUUID(), checksumOf(script), name])
    }
    await client.query('COMMIT')
    return isMissing
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    if (error instanceof StopError) throw error
    throw new StopError(`Migration ${name} failed and was undone: ${(error as Error).message}.`)
  }
}

async function readApplied(client: pg.Client): Promise<Set<string>> {
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`)
  if (tables[0]?.name === null) return new Set()
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  const unfinished = rows.find((row) => !row.finished)
  if (unfinished) {
    throw new StopError(
      `Migration ${unfinished.name} stopped midway. Look at the database, then run: ` +
        `npx prisma migrate resolve --applied (or --rolled-back) ${unfinished.name}`,
    )
  }
  return new Set(rows.map((row) => row.name))
}

const scriptOf = (folder: string, name: string) => join(folder, name, 'migration.sql')

const checksumOf = (script: string) => createHash('sha256').update(script).digest('hex')

// As Prisma's engine creates it.
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

const RECORD = `INSERT INTO _prisma_migrations
  (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`
