import type pg from 'pg'
import { connect } from './connect'

export type Column = { name: string; type: string }
export type Table = { name: string; columns: Column[] }

const LIST = `SELECT t.relname AS "table", a.attname AS name,
    format_type(a.atttypid, a.atttypmod) AS type
  FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
    JOIN pg_attribute a ON a.attrelid = t.oid
  WHERE n.nspname = 'public' AND t.relkind = 'r' AND t.relname <> '_prisma_migrations'
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ORDER BY t.relname, a.attnum`

const REFERENCES = `SELECT child.relname AS child, parent.relname AS parent
  FROM pg_constraint c JOIN pg_class child ON child.oid = c.conrelid
    JOIN pg_class parent ON parent.oid = c.confrelid
  WHERE c.contype = 'f' AND child.oid <> parent.oid`

/** Every table of ours, what another refers to first. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows: columns } = await client.query<Column & { table: string }>(LIST)
  const { rows: references } = await client.query<{ child: string; parent: string }>(REFERENCES)
  const tables = new Map<string, Table>()
  for (const { table, name, type } of columns) {
    const known = tables.get(table) ?? { name: table, columns: [] }
    known.columns.push({ name, type })
    tables.set(table, known)
  }
  const sorted = new Set<Table>()
  const add = (table: Table | undefined) => {
    if (!table || sorted.has(table)) return
    for (const { child, parent } of references) if (child === table.name) add(tables.get(parent))
    sorted.add(table)
  }
  for (const table of tables.values()) add(table)
  return [...sorted]
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Names in the order in which they were applied to this database. */
export async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows: known } = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`)
  if (known[0]?.name === null) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.map(({ name }) => name)
}

/** It was just made, and has no table yet. */
export async function isNew(url: string): Promise<boolean> {
  const client = await connect(url)
  try {
    return (await listMigrations(client)).length === 0
  } finally {
    await client.end()
  }
}
