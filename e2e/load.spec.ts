import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect } from './fixtures'
import { bigTables, loadPages } from './load-pages'
import { freePort, type Running, run } from './processes'
import { test } from './staff'

/** A year of use on a real Postgres: takes some minutes, so it is for `npm run test:long`. */
test.skip(!process.env.LONG || !process.env.TEST_DATABASE_URL, 'long, and needs a real Postgres')
test.describe.configure({ mode: 'serial' })

const name = `load_${process.pid}`
const most = 300
const visits = 40
let site: Running
let database: pg.Client
let before: NodeJS.ProcessEnv

test.beforeAll(async () => {
  test.setTimeout(900_000)
  const server = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await server.connect()
  await server.query(`CREATE DATABASE ${name}`)
  await server.end()
  const url = new URL(String(process.env.TEST_DATABASE_URL))
  url.pathname = name
  const port = await freePort()
  const env = {
    DATABASE_URL: url.href,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'load-')),
    APP_ORIGIN: '',
    PORT: String(port),
  }
  await promisify(execFile)('npm', ['run', '-s', 'db:seed', '--', '--load'], {
    env: { ...process.env, ...env },
  })
  // The people of the story are made by commands of this very site.
  before = { ...process.env }
  Object.assign(process.env, env)
  site = await run(() => ['scripts/start.mjs'], env, port)
  database = new pg.Client({ connectionString: url.href })
  await database.connect()
})

test.afterAll(async () => {
  Object.assign(process.env, before)
  await site?.stop('SIGINT')
  await database?.end()
  const server = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await server.connect()
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await server.end()
})

test('an operator gets each page in time, and none reads a large table from end to end', {
  tag: '@alone',
}, async ({ browser, user, becomeStaff }) => {
  test.setTimeout(600_000)
  const context = await browser.newContext({ baseURL: `http://localhost:${site.port}` })
  const page = await context.newPage()
  await becomeStaff(page, user)
  for (const { name: title, url } of loadPages) {
    const scans = await countScans()
    const times: number[] = []
    for (let visit = 0; visit < visits; visit += 1) {
      const began = performance.now()
      const response = await page.request.get(url)
      times.push(performance.now() - began)
      expect([title, response.status()]).toEqual([title, 200])
    }
    // The first ones are of a process that has not done this before.
    const p95 = times.slice(5).sort((one, other) => one - other)[Math.floor((visits - 5) * 0.95)]
    console.log(`${title.padEnd(30)} ${p95?.toFixed(0).padStart(5)} ms at p95`)
    expect.soft(p95, title).toBeLessThan(most)
    expect.soft(newScans(scans, await countScans()), title).toEqual([])
  }
})

/** How often each large table was read from end to end; the database tells that a while later. */
async function countScans(): Promise<Map<string, number>> {
  await new Promise((resolve) => setTimeout(resolve, 12_000))
  const { rows } = await database.query<{ name: string; scans: string }>(
    'SELECT relname AS name, seq_scan AS scans FROM pg_stat_user_tables WHERE relname = ANY($1)',
    [bigTables],
  )
  return new Map(rows.map(({ name: table, scans }) => [table, Number(scans)]))
}

/** A handful are the sweep's and the statistics': a page that does it does so at each visit. */
const newScans = (earlier: Map<string, number>, later: Map<string, number>): string[] =>
  [...later].filter(([table, n]) => n - (earlier.get(table) ?? 0) >= visits).map(([table]) => table)
