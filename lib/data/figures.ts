import { query } from './db'

export type DatabaseFigures = {
  version: string
  bytes: number
  migration: string
  /** The largest tables; rows as the planner estimates them, since counting reads them all; null before it did. */
  tables: { name: string; rows: number | null; bytes: number }[]
}

export async function readDatabaseFigures(): Promise<DatabaseFigures> {
  const [[whole], tables] = await Promise.all([
    query<Omit<DatabaseFigures, 'tables'>>(
      'figures_whole',
      `SELECT current_setting('server_version') AS version,
         pg_database_size(current_database())::float8 AS bytes,
         (SELECT max("migration_name") FROM "_prisma_migrations") AS migration`,
      [],
    ),
    query<DatabaseFigures['tables'][number]>(
      'figures_tables',
      `SELECT relname AS name, nullif(reltuples, -1)::float8 AS rows,
         pg_total_relation_size(oid)::float8 AS bytes
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       ORDER BY bytes DESC LIMIT 12`,
      [],
    ),
  ])
  return { ...(whole ?? { version: 'unknown', bytes: 0, migration: 'none' }), tables }
}
