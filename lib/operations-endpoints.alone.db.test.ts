import { afterEach, describe, expect, it, vi } from 'vitest'
import { commandLine } from '@/lib/audit/audit'
import { db, query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { listSigningKeys, rotateKeys } from '@/lib/oauth/keys'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'

vi.hoisted(() => {
  process.env.METRICS_TOKEN = 'the token of Prometheus'
  process.env.CRON_SECRET = 'the secret of the cron'
})

serveEndpoints()

afterEach(() => vi.restoreAllMocks())

const get = (path: string, token?: string) =>
  fetch(env().origin + path, {
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  })

const metrics = async () => (await get('/metrics', 'the token of Prometheus')).text()

/** What a line of the figures says; 0 where there is none yet. */
async function figure(name: string, labels = ''): Promise<number> {
  const line = (await metrics()).split('\n').find((text) => text.startsWith(`${name}${labels} `))
  return Number(line?.split(' ').at(-1) ?? 0)
}

describe('/ready', () => {
  it('says so when all holds', async () => {
    const response = await get('/ready')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ready' })
  })

  const later = async () => {
    // What was answered last is told for a second.
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const response = await get('/ready')
    const { failed, requestId } = await response.json()
    expect(requestId).toBe(response.headers.get('x-request-id'))
    return { status: response.status, type: response.headers.get('content-type'), failed }
  }
  const not = (...failed: string[]) => ({
    ...{ status: 503, type: 'application/problem+json', failed },
  })

  it('names the migration that is missing', async () => {
    const last = await db().$queryRaw<{ name: string }[]>`
      SELECT max("migration_name") AS name FROM "_prisma_migrations"`
    const rename = (from: string, to: string) =>
      query(
        'test_rename',
        `UPDATE "_prisma_migrations" SET "migration_name" = $2 WHERE "migration_name" = $1`,
        [from, to],
      )
    const name = String(last[0]?.name)
    await rename(name, 'another')
    expect(await later()).toEqual(not('migrations'))
    await rename('another', name)
  })

  it('names keys that cannot be opened, until one that is made instead signs at once', async () => {
    const keys = await db().signingKey.findMany()
    await db().signingKey.updateMany({ data: { privateKey: 'sealed under another secret' } })
    expect(await later()).toEqual(not('signing_key'))
    expect((await listSigningKeys()).map(({ state }) => state)).toEqual(keys.map(() => 'lost'))
    const { kid, signsFrom } = await rotateKeys(commandLine)
    expect(signsFrom.getTime()).toBeLessThanOrEqual(Date.now())
    await expect.poll(async () => (await get('/ready')).status, { timeout: 3000 }).toBe(200)
    expect((await listSigningKeys())[0]).toMatchObject({ kid, state: 'signs' })
    await db().signingKey.delete({ where: { kid } })
    for (const { kid, privateKey, retiresAt } of keys) {
      await db().signingKey.update({ where: { kid }, data: { privateKey, retiresAt } })
    }
  })

  it('names a clock that is wrong', async () => {
    const now = Date.now
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000)
    expect(await later()).toEqual(not('clock'))
  })

  it('names the database that is away, and nothing of it', async () => {
    const { pool } = await import('@/lib/data/db')
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    vi.spyOn(pool(), 'query').mockImplementation((() => Promise.reject(new Error('x'))) as never)
    expect(await later()).toEqual(not('database'))
    expect((await get('/health')).status).toBe(200)
  })
})

describe.each(['/metrics', '/cron/sweep'])('%s', (path) => {
  it('opens to its own token only', async () => {
    for (const token of [undefined, '', 'x', 'the token of Prometheus and more']) {
      const response = await get(path, token)
      expect(response.status).toBe(401)
      expect(await response.text()).not.toContain('latchkey')
    }
    expect((await fetch(env().origin + path, { method: 'POST' })).status).toBe(405)
  })

  it('is not there where no token is set', async () => {
    vi.spyOn(env(), 'metricsToken', 'get').mockReturnValue(null)
    vi.spyOn(env(), 'cronSecret', 'get').mockReturnValue(null)
    expect((await get(path, 'null')).status).toBe(404)
    expect((await get(path)).status).toBe(404)
  })
})

it('the cron sweeps, and tells what came of it', async () => {
  await db().lease.deleteMany()
  const first = await (await get('/cron/sweep', 'the secret of the cron')).json()
  expect(first.swept).toContainEqual(expect.objectContaining({ room: 'oauth', error: null }))
  const second = await (await get('/cron/sweep', 'the secret of the cron')).json()
  expect(second.swept).toEqual([])
})

describe('the figures', () => {
  it('count requests, calls, refreshes and ends of attempts, and what the process takes', async () => {
    await metrics()
    const asked = '_count{endpoint="/api/*",status="2xx"}'
    const called = '_count{operation="listReservations",surface="api",outcome="ok"}'
    const names = {
      [`latchkey_request_duration_seconds${asked}`]: 1,
      [`latchkey_call_duration_seconds${called}`]: 1,
      'latchkey_refreshes_total{outcome="ok"}': 1,
      'latchkey_refreshes_total{outcome="refused"}': 1,
      'latchkey_connection_attempts_total{end="completed",reason="none"}': 1,
    }
    const read = () => Promise.all(Object.keys(names).map((name) => figure(name)))
    const before = await read()
    const client = await linking.createClient()
    const { access, refresh } = await linking.link(await createPerson(), client)
    expect((await linking.callApi(access)).status).toBe(200)
    await linking.refresh(client, refresh)
    await linking.refresh(client, 'no token').catch(() => {})
    await expect
      .poll(async () => (await read()).map((value, n) => value - Number(before[n])))
      .toEqual(Object.values(names))
    const all = await metrics()
    expect(all).toMatch(/^process_resident_memory_bytes \d+/m)
    expect(all).toMatch(/^latchkey_held_actions \d+$/m)
    expect(all).toMatch(/^latchkey_database_duration_seconds_count\{outcome="ok"\} [1-9]/m)
  })

  it('keep the number of their labels, whatever is asked for', async () => {
    await get('/api/x')
    const lines = (await metrics()).split('\n').length
    for (let n = 0; n < 50; n += 1) {
      await get(`/api/${n}`)
      await get(`/oauth/${n}`)
      await fetch(`${env().origin}/api/stays`, { method: `X${n}` })
    }
    // The classes of status that these made first, and their buckets.
    expect((await metrics()).split('\n').length - lines).toBeLessThan(100)
  })
})
