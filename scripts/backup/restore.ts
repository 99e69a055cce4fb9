import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { StopError } from '../stop'
import { connect, plainText } from './connect'
import {
  type Begin,
  type Count,
  createTally,
  type End,
  fingerprint,
  type Head,
  type Row,
  version,
} from './format'
import { listMigrations, listTables, quoted, type Table } from './tables'

export type Options = { replace: boolean; otherSecret: boolean }

const rowsAtOnce = 500

const damaged = () => new StopError('This file is no whole backup. Nothing was changed.')

/** Puts what `file` holds into the database: all of it, verified, or nothing. Resolves to how many rows. */
export async function restoreBackup(url: string, file: string, options: Options): Promise<number> {
  const client = await connect(url)
  try {
    await client.query('BEGIN')
    await client.query(plainText)
    const rows = await restore(client, file, options)
    await client.query('COMMIT')
    return rows
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

async function restore(client: pg.Client, file: string, options: Options): Promise<number> {
  const lines = readLines(file)
  const head = (await lines.next()).value as Head | undefined
  check(head, await listMigrations(client), options)
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]))
  await makeEmpty(client, [...tables.values()], options)
  const tally = createTally()
  let into: Table | undefined
  let waiting: Row[] = []
  let end: End['end'] | undefined
  for await (const line of lines) {
    if (end) throw damaged()
    if (Array.isArray(line)) {
      if (!into) throw damaged()
      tally.add(into.name, JSON.stringify(line))
      waiting.push(line)
      if (waiting.length < rowsAtOnce) continue
    }
    if (into) await insert(client, into, waiting)
    waiting = []
    if (isBegin(line)) {
      into = pick(tables.get(line.table), line.columns)
      tally.begin(line.table)
    } else if (isEnd(line)) end = line.end
    else if (!Array.isArray(line)) throw damaged()
  }
  const counted = tally.end()
  if (!end || !isSame(end, counted)) throw damaged()
  // Last of all: no ROLLBACK gives back the number of a sequence.
  for (const table of tables.values()) await continueSequences(client, table)
  return Object.values(counted).reduce((sum, { rows }) => sum + rows, 0)
}

export function check(head: Head | undefined, applied: string[], options: Options): void {
  if (head?.latchkey !== 'backup') throw damaged()
  if (head.version !== version) {
    throw new StopError(
      'Another release wrote this backup in a format that this one does not read.',
    )
  }
  const missing = head.migrations.find((name) => !applied.includes(name))
  const surplus = applied.find((name) => !head.migrations.includes(name))
  if (missing || surplus) {
    throw new StopError(
      `The backup was made ${missing ? `with the migration ${missing}, which this release does not have` : `before the migration ${surplus}`}. ` +
        'Check out the release that made it, restore there, then update and run: npm run db:deploy',
    )
  }
  if (head.secret !== fingerprint() && !options.otherSecret) {
    throw new StopError(
      'The backup was made under another APP_SECRET, without which what is encrypted in it cannot be read. ' +
        'Set APP_SECRET to that one, or put its .data/secret back. To lose it (everybody has to connect ' +
        'their apps anew), add: --other-secret',
    )
  }
}

async function makeEmpty(client: pg.Client, tables: Table[], { replace }: Options): Promise<void> {
  const names = tables.map(({ name }) => quoted(name))
  if (replace) {
    // One that lets nothing be removed means requests, not who owns the database.
    for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`)
    await client.query(`TRUNCATE ${names.join(', ')}`)
    for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`)
    return
  }
  for (const name of names) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${name} LIMIT 1`)
    if (rowCount) {
      throw new StopError('There is data in this database. To replace all of it, add: --replace')
    }
  }
}

function pick(table: Table | undefined, names: string[]): Table {
  const columns = names.map((name) => table?.columns.find((column) => column.name === name))
  if (!table || columns.some((column) => !column)) throw damaged()
  return { name: table.name, columns: columns as Table['columns'] }
}

/** One array a column, so that any number of rows is one statement. */
async function insert(client: pg.Client, table: Table, rows: Row[]): Promise<void> {
  if (rows.length === 0) return
  const { columns } = table
  if (rows.some((row) => row.length !== columns.length)) throw damaged()
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  const values = columns.map(({ type }, n) => `c${n}::${type}`).join(', ')
  const given = columns.map((_, n) => `$${n + 1}::text[]`).join(', ')
  const aliases = columns.map((_, n) => `c${n}`).join(', ')
  await client.query(
    `INSERT INTO ${quoted(table.name)} (${names})
     SELECT ${values} FROM unnest(${given}) AS given (${aliases})`,
    columns.map((_, n) => rows.map((row) => row[n])),
  )
}

/** The next number that a table draws is none of those that came back. */
async function continueSequences(client: pg.Client, { name, columns }: Table): Promise<void> {
  for (const column of columns) {
    const { rows } = await client.query<{ sequence: string | null }>(
      'SELECT pg_get_serial_sequence($1, $2) AS sequence',
      [quoted(name), column.name],
    )
    if (!rows[0]?.sequence) continue
    const highest = `SELECT max(${quoted(column.name)}) FROM ${quoted(name)}`
    await client.query(`SELECT setval($1, greatest((${highest}), 1))`, [rows[0].sequence])
  }
}

async function* readLines(file: string): AsyncGenerator<unknown> {
  const input = createReadStream(file).on('error', () => {})
  const unzipped = input.pipe(createGunzip())
  input.on('error', (error) => unzipped.destroy(error))
  try {
    for await (const line of createInterface({ input: unzipped })) yield JSON.parse(line) ?? {}
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOENT' ? new StopError(`There is no file ${file}.`) : damaged()
  }
}

const isBegin = (line: unknown): line is Begin => typeof (line as Begin).table === 'string'
const isEnd = (line: unknown): line is End => typeof (line as End).end === 'object'

const isSame = (end: Record<string, Count>, counted: Record<string, Count>): boolean =>
  Object.keys(end).length === Object.keys(counted).length &&
  Object.entries(end).every(
    ([table, { rows, sha256 }]) =>
      counted[table]?.rows === rows && counted[table]?.sha256 === sha256,
  )
