import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect, holdBooking, test } from './fixtures'
import { createHost } from './host'
import { freePort, nextStart, type Running, run } from './processes'
import { startProxy, type TlsProxy } from './tls-proxy'

/**
 * As deployed: https, an external Postgres, the route files, no disk, and two processes of which
 * every request may meet either.
 */
test.skip(!process.env.TEST_DATABASE_URL, 'needs a real Postgres')
test.use({ ignoreHTTPSErrors: true })

const name = `deployed_${process.pid}`
const dataDir = join(mkdtempSync(join(tmpdir(), 'deployed-')), 'untouched')
const processes: Running[] = []
let env: Record<string, string>
let proxy: TlsProxy

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const server = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await server.connect()
  await server.query(`CREATE DATABASE ${name}`)
  await server.end()
  const url = new URL(String(process.env.TEST_DATABASE_URL))
  url.pathname = name
  const port = await freePort()
  env = {
    VERCEL: '1',
    VERCEL_ENV: 'production',
    APP_ORIGIN: `https://localhost:${port}`,
    APP_SECRET: 'thirty-two characters and a few more',
    DATABASE_URL: url.href,
    DATA_DIR: dataDir,
  }
  const script = (act: string) =>
    promisify(execFile)('npm', ['run', '-s', act], { env: { ...process.env, ...env } })
  await script('db:deploy')
  await script('db:seed')
  processes.push(await run(nextStart, env), await run(nextStart, env))
  proxy = await startProxy(
    port,
    processes.map((one) => one.port),
  )
})

test.afterAll(async () => {
  await proxy?.stop()
  await Promise.all(processes.map((one) => one.stop()))
  const server = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await server.connect()
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await server.end()
})

test('a person links at two processes in turns, an open page sees what was decided, and a revoked connection is dead at both', async ({
  browser,
  connect,
}) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: env.APP_ORIGIN })
  const page = await context.newPage()
  const host = await createHost(String(env.APP_ORIGIN), env, proxy.fetch)
  const tokens = await connect(page, host)
  for (let call = 0; call < 4; call += 1) {
    expect((await host.call(tokens.access_token, '/api/reservations')).status).toBe(200)
  }
  const confirm = await holdBooking(host, tokens)
  await page.goto(confirm)
  const other = await context.newPage()
  await other.goto(confirm)
  await other.getByRole('button', { name: 'Approve' }).click()
  const ends = [other, page].map((one) => one.getByRole('heading', { level: 1 }))
  for (const end of ends) await expect(end).toHaveText('Done', { timeout: 10_000 })
  const refreshToken = String(tokens.refresh_token)
  const all = await Promise.all(Array.from({ length: 20 }, () => host.refresh(refreshToken)))
  expect(new Set(all.map(({ refresh_token }) => refresh_token)).size).toBe(1)
  const [refreshed = tokens] = all
  await page.goto('/account/connections')
  await page.getByRole('button', { name: /Disconnect/ }).click()
  await expect(page.getByRole('button', { name: /Disconnect/ })).toHaveCount(0)
  await page.waitForTimeout(1000)
  for (let call = 0; call < 4; call += 1) {
    expect((await host.call(refreshed.access_token, '/api/reservations')).status).toBe(401)
  }
  expect(existsSync(dataDir)).toBe(false)
})

test('a deployed site does not start without its settings, and names them', async () => {
  const { readEnv } = await import('@/lib/env')
  expect(() => readEnv({ APP_ORIGIN: 'https://stays.test' })).toThrow(/APP_SECRET.*DATABASE_URL/)
})
