import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { currentProcess } from './lock'
import {
  hasEnded,
  holderOf,
  nextMessage,
  type Started,
  startProcess,
  temporaryFolder,
} from './testing/process'

let shared: string
let started: Started[] = []

beforeAll(() => {
  shared = temporaryFolder()
})
afterAll(() => rmSync(shared, { recursive: true }))
beforeEach(() => {
  started = []
})
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
})

function open(kind: 'lasting' | 'script', env: Record<string, string> = { DATA_DIR: shared }) {
  const process = startProcess('hold.ts', { args: [kind], env })
  started.push(process)
  return process
}

async function close(process: Started) {
  process.child.send('close')
  expect(await process.ended).toBe(0)
}

/** What a script that cannot open its database says: it must be one line. */
async function refusal(env: Record<string, string>, kind: 'lasting' | 'script' = 'script') {
  const process = open(kind, env)
  expect(await process.ended).toBe(1)
  expect(process.errors().split('\n')).toHaveLength(1)
  return process.errors()
}

// Each opens a database of its own, which a busy machine takes long over.
vi.setConfig({ testTimeout: 90_000 })

test('a script uses the database of the app that runs, and leaves it running', async () => {
  const app = open('lasting')
  const url = String(await nextMessage(app))
  const script = open('script')
  expect(await nextMessage(script)).toBe(url)
  await close(script)

  const client = new pg.Client({ connectionString: url })
  await client.connect()
  expect((await client.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }])
  await client.end()
  await close(app)
  expect(readdirSync(shared)).toEqual(['postgres'])
})

test('two scripts that need the database take turns', async () => {
  const one = open('script')
  const url = await nextMessage(one)
  const other = open('script')
  const second = nextMessage(other)
  await close(one)
  expect(await second).not.toBe(url)
  await close(other)
})

test('a second app on the same data is told which process has it', async () => {
  const app = open('lasting')
  await nextMessage(app)
  expect(await refusal({ DATA_DIR: shared }, 'lasting')).toBe(
    `The database is in use by process ${holderOf(shared)} (a test). ` +
      'Stop that, or set DATA_DIR to another folder.',
  )
  await close(app)
})

test('a holder that lives but does not answer is named', async () => {
  const dataDir = temporaryFolder()
  const holder = { ...currentProcess(), what: 'npm start', lasting: true, port: 1, password: 'x' }
  writeFileSync(join(dataDir, 'database.lock'), JSON.stringify(holder))
  expect(await refusal({ DATA_DIR: dataDir })).toBe(
    `The database is in use by process ${process.pid} (npm start), which does not answer. ` +
      'Stop that and try again.',
  )
  rmSync(dataDir, { recursive: true })
})

test('the database ends with the process that opened it, also when that is killed', async () => {
  const app = open('lasting')
  await nextMessage(app)
  const holder = holderOf(shared)
  app.child.kill('SIGKILL')
  expect(await hasEnded(holder)).toBe(true)
  expect(existsSync(join(shared, 'database.lock'))).toBe(false)
})

test('a data folder that cannot be written is named', async () => {
  const file = join(shared, 'a-file')
  writeFileSync(file, '')
  const dataDir = join(file, 'data')
  expect(await refusal({ DATA_DIR: dataDir })).toBe(
    `Cannot write to the data folder ${dataDir} (ENOTDIR). Set DATA_DIR to a folder of yours.`,
  )
  rmSync(file)
})

test('a DATABASE_URL that leads nowhere is one line without its password', async () => {
  expect(await refusal({ DATABASE_URL: 'mysql://me:secret@localhost/app' })).toBe(
    'DATABASE_URL is not a PostgreSQL URL: write postgresql://user:password@host:5432/database.',
  )
  expect(await refusal({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/app' })).toBe(
    'Cannot connect to the database at 127.0.0.1:1 (DATABASE_URL): ECONNREFUSED.',
  )
})

test('a DATABASE_URL that leads to something else than PostgreSQL is told so', async () => {
  const server = createServer((_, response) => response.end('hello'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  expect(await refusal({ DATABASE_URL: `postgresql://me:secret@127.0.0.1:${port}/app` })).toBe(
    `What answers at 127.0.0.1:${port} (DATABASE_URL) is not PostgreSQL.`,
  )
  server.close()
})
