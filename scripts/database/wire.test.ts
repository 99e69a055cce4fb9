import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveDatabase } from './wire'

const password = 'the password of the test'
let db: PGlite
let server: Awaited<ReturnType<typeof serveDatabase>>

beforeAll(async () => {
  const opening = PGlite.create()
  const fail = (error: unknown) => {
    throw error
  }
  server = await serveDatabase(opening, { password, fail })
  db = await opening
  await db.exec('CREATE TABLE note (id serial PRIMARY KEY, text text NOT NULL)')
})

afterAll(async () => {
  await server.close()
  await db.close()
})

const urlWith = (secret: string) => `postgresql://postgres:${secret}@127.0.0.1:${server.port}/x`

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlWith(password) })
  client.on('error', () => {})
  await client.connect()
  return client
}

test('statements of connections that speak at once do not mix', async () => {
  const pool = new pg.Pool({ connectionString: urlWith(password), max: 6 })
  const answers = await Promise.all(
    Array.from({ length: 600 }, (_, i) =>
      pool.query({ text: `SELECT $1::int AS n${i % 7}`, values: [i] }),
    ),
  )
  expect(answers.map(({ rows }, i) => rows[0][`n${i % 7}`])).toEqual(answers.map((_, i) => i))
  await pool.end()
})

test('two connections may give the same name to different statements', async () => {
  const [one, other] = await Promise.all([connect(), connect()])
  const first = { name: 'same', text: 'SELECT 1 AS n' }
  const second = { name: 'same', text: 'SELECT 2 AS n' }
  for (let times = 0; times < 3; times += 1) {
    expect((await one.query(first)).rows).toEqual([{ n: 1 }])
    expect((await other.query(second)).rows).toEqual([{ n: 2 }])
  }
  await Promise.all([one.end(), other.end()])
})

test('a transaction is not seen and not joined by others until it is committed', async () => {
  const [one, other] = await Promise.all([connect(), connect()])
  await one.query('BEGIN')
  await one.query(`INSERT INTO note (text) VALUES ('one')`)
  const counted = other.query('SELECT count(*)::int AS n FROM note')
  await one.query('ROLLBACK')
  expect((await counted).rows).toEqual([{ n: 0 }])
  await Promise.all([one.end(), other.end()])
})

test('what a connection had open is rolled back when it breaks off', async () => {
  const [one, other] = await Promise.all([connect(), connect()])
  await one.query('BEGIN')
  await one.query(`INSERT INTO note (text) VALUES ('lost')`)
  ;(one as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
  const { rows } = await other.query('SELECT count(*)::int AS n FROM note')
  expect(rows).toEqual([{ n: 0 }])
  await other.end()
})

test('an error ends its own statement only', async () => {
  const client = await connect()
  await expect(client.query('SELECT nope($1)', [1])).rejects.toMatchObject({ code: '42883' })
  expect((await client.query('SELECT $1::int AS n', [1])).rows).toEqual([{ n: 1 }])
  await client.end()
})

test('nobody gets in without the password', async () => {
  const client = new pg.Client({ connectionString: urlWith('guessed') })
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' })
})

test('a browser that is sent to the port is turned away', async () => {
  await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow()
})
