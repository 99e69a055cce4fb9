import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { StopError } from '../stop'
import { connect, plainText } from './connect'
import {
  type Begin,
  createTally,
  type End,
  fingerprint,
  type Head,
  type Row,
  version,
} from './format'
import { listMigrations, listTables, quoted, type Table } from './tables'

const rowsAtOnce = 500

/** Writes all that is in the database at one moment into `file`; resolves to how many rows. */
export async function writeBackup(url: string, file: string): Promise<number> {
  const client = await connect(url)
  const unfinished = `${file}.unfinished`
  const count = { rows: 0 }
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(plainText)
    await pipeline(
      Readable.from(lines(client, count)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    await client.query('COMMIT')
    await rename(unfinished, file)
    return count.rows
  } finally {
    await client.end()
    await rm(unfinished, { force: true })
  }
}

async function* lines(client: pg.Client, count: { rows: number }): AsyncGenerator<string> {
  const migrations = await listMigrations(client)
  if (migrations.length === 0) throw new StopError('There is nothing in this database yet.')
  const at = new Date().toISOString()
  const secret = fingerprint()
  yield toLine({ latchkey: 'backup', version, at, migrations, secret } satisfies Head)
  const tally = createTally()
  for (const table of await listTables(client)) {
    const columns = table.columns.map(({ name }) => name)
    yield toLine({ table: table.name, columns } satisfies Begin)
    tally.begin(table.name)
    for await (const row of rowsOf(client, table)) {
      const line = JSON.stringify(row)
      tally.add(table.name, line)
      count.rows += 1
      yield `${line}\n`
    }
  }
  yield toLine({ end: tally.end() } satisfies End)
}

const toLine = (value: object): string => `${JSON.stringify(value)}\n`

async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<Row> {
  const columns = table.columns.map(({ name }) => `${quoted(name)}::text`)
  await client.query(
    `DECLARE backup CURSOR FOR SELECT ${columns.join(', ')} FROM ${quoted(table.name)}`,
  )
  for (;;) {
    const text = `FETCH ${rowsAtOnce} FROM backup`
    const { rows } = await client.query<Row>({ text, rowMode: 'array' } as never)
    yield* rows
    if (rows.length < rowsAtOnce) break
  }
  await client.query('CLOSE backup')
}
