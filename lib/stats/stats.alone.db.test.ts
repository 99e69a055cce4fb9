import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/data/db'
import { env } from '@/lib/env'
import { seedStays } from '@/lib/stays/seed'
import * as linking from '@/lib/testing/link'
import { watchLog } from '@/lib/testing/logged'
import { measured } from '@/lib/testing/measured'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { countCall } from './calls'
import { toBucket } from './latency'
import { listCalls, listOperations } from './read-calls'
import { getRefreshHealth } from './refresh-health'
import { countRefresh } from './refreshes'
import { sweepStats } from './sweep'
import { statsWritten } from './written'

serveEndpoints()

beforeEach(async () => {
  await statsWritten()
  await db().callCount.deleteMany()
  await db().refreshCount.deleteMany()
})

async function calls() {
  await statsWritten()
  const rows = await db().callCount.groupBy({
    by: ['surface', 'operation', 'outcome'],
    _sum: { count: true },
    orderBy: [{ surface: 'asc' }, { operation: 'asc' }, { outcome: 'asc' }],
  })
  return rows.map((row) => `${row.surface} ${row.operation} ${row.outcome} ${row._sum.count}`)
}

async function refreshes() {
  await statsWritten()
  const rows = await db().refreshCount.findMany({ orderBy: { outcome: 'asc' } })
  return rows.map(({ outcome, count }) => `${outcome} ${count}`)
}

const day = (ahead: number): string =>
  new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

const connect = async () => {
  const [person, client] = [await createPerson(), await linking.createClient()]
  return { person, client, ...(await linking.link(person, client)) }
}

describe('calls', () => {
  it('are counted by hour, surface, operation and how they ended', async () => {
    await seedStays()
    const { access } = await connect()
    for (let n = 0; n < 3; n += 1) await linking.callApi(access)
    await fetch(`${env().origin}/api/reservations`)
    const { stays } = await (await linking.callApi(access, '/api/stays?where=Paris')).json()
    const body = { stay: stays[0].slug, checkIn: day(400), checkOut: day(402), guests: 1 }
    const headers = { 'content-type': 'application/json' }
    const book = { method: 'POST', headers, body: JSON.stringify(body) }
    expect((await linking.callApi(access, '/api/reservations', book)).status).toBe(202)
    await linking.callMcp('', {
      method: 'tools/call',
      params: { name: 'searchStays', arguments: {} },
    })
    expect(await calls()).toEqual([
      'api bookStay held 1',
      'api listReservations ok 3',
      'api listReservations unauthorized 1',
      'api searchStays ok 1',
      'mcp searchStays ok 1',
    ])
    const rows = await db().callCount.findMany()
    const hour = Math.floor(Date.now() / 3600_000) * 3600_000
    expect(rows.every((row) => hour - row.hour.getTime() <= 3600_000)).toBe(true)
  })

  it('add up over statements, and are kept while the database is away', async () => {
    const call = { operation: 'getStay', surface: 'api', outcome: 'ok', ms: 3 } as const
    countCall(call)
    await statsWritten()
    countCall(call)
    const away = new Error('the database is away')
    const log = watchLog()
    vi.spyOn(pool(), 'query').mockImplementation(() => Promise.reject(away))
    await statsWritten()
    vi.restoreAllMocks()
    expect(log.lines()).toMatchObject([{ event: 'calls not counted' }])
    expect(await calls()).toEqual(['api getStay ok 2'])
  })

  it('cost the answer no statement and hardly any time', measured, async () => {
    const many = 200_000
    const began = performance.now()
    for (let n = 0; n < many; n += 1) {
      countCall({ operation: 'getStay', surface: 'api', outcome: 'ok', ms: (n % 100) / 10 })
    }
    const nanoseconds = ((performance.now() - began) / many) * 1e6
    expect(await db().callCount.count()).toBe(0)
    expect(nanoseconds).toBeLessThan(5000)
    expect(await calls()).toEqual([`api getStay ok ${many}`])
  })
})

describe('refreshes', () => {
  it('are counted by how they ended', async () => {
    const { client, refresh, person } = await connect()
    const second = String((await linking.refresh(client, refresh)).refresh_token)
    await linking.refresh(client, second)
    await linking.refresh(client, refresh)
    expect(await refreshes()).toEqual(['ok 2', 'repeated 1'])
    await db().$executeRaw`
      UPDATE "OAuthArtifact" SET "consumedAt" = "consumedAt" - interval '61 seconds'
      WHERE "kind" = 'RefreshToken' AND "consumedAt" IS NOT NULL
        AND "grantId" IN (SELECT "id" FROM "Grant" WHERE "accountId" = ${person.id})`
    for (const token of [refresh, second, 'nonsense']) {
      await expect(linking.refresh(client, token)).rejects.toThrow()
    }
    expect(await refreshes()).toEqual(['ok 2', 'repeated 1', 'replayed 1', 'refused 2'])
  })

  it('that fail on our side are told from those that were refused', async () => {
    const { client, refresh } = await connect()
    await db()
      .$executeRaw`UPDATE "OAuthArtifact" SET "payload" = 'broken' WHERE "kind" = 'RefreshToken'`
    await expect(linking.refresh(client, refresh)).rejects.toThrow()
    expect(await refreshes()).toEqual(['failed 1'])
  })
})

describe('what is read', () => {
  const count = (row: object) =>
    db().callCount.create({
      data: {
        ...{ hour: new Date(Math.floor(Date.now() / 3600_000) * 3600_000), operation: 'getStay' },
        ...{ surface: 'api', outcome: 'ok', bucket: toBucket(10), count: 1 },
        ...row,
      },
    })

  it('adds up an hour, a day and an operation, and tells how long answers took', async () => {
    await count({ count: 90 })
    await count({ surface: 'mcp', bucket: toBucket(400), count: 10 })
    await count({ outcome: 'failed', bucket: toBucket(30_000), count: 4 })
    await count({ outcome: 'unauthorized', count: 3 })
    await count({ hour: new Date(Date.now() - 90 * 86_400_000), count: 1000 })
    const all = { calls: 107, failed: 4, refused: 3 }
    for (const points of [await listCalls('hour', 48), await listCalls('day', 30)]) {
      const now = points.at(-1)
      expect(now).toMatchObject(all)
      expect(Math.abs((now?.p50 ?? 0) / 10 - 1)).toBeLessThan(0.091)
      expect(Math.abs((now?.p95 ?? 0) / 400 - 1)).toBeLessThan(0.091)
      expect(points[0]).toMatchObject({ calls: 0, p50: null })
    }
    expect(await listCalls('hour', 48)).toHaveLength(48)
    expect(await listOperations(7)).toMatchObject([
      { operation: 'getStay', surface: 'api', calls: 97, failed: 4, refused: 3 },
      { operation: 'getStay', surface: 'mcp', calls: 10, failed: 0 },
    ])
  })

  it('tells what refreshes came to in four weeks, and how fast they go wrong now', async () => {
    const at = (hours: number) => new Date(Date.now() - hours * 3600_000)
    await db().refreshCount.createMany({
      data: [
        { hour: at(27 * 24), outcome: 'ok', count: 9_000 },
        { hour: at(29 * 24), outcome: 'failed', count: 500 },
        { hour: at(4), outcome: 'failed', count: 4 },
        { hour: at(1), outcome: 'ok', count: 996 },
      ],
    })
    const health = await getRefreshHealth()
    expect(health).toMatchObject({ counts: { ok: 9_996, failed: 4 }, isBurning: false })
    expect(health.kept).toBeCloseTo(0.9996)
    expect(health.burn.slow).toBeCloseTo(4)
    expect(health.burn.fast).toBe(0)
  })
})

describe('the sweep', () => {
  const at = (days: number, hours: number) =>
    new Date(Math.floor(Date.now() / 86_400_000 - days) * 86_400_000 + hours * 3600_000)

  it('merges the hours of a day long gone, and removes what is older than 400 days', async () => {
    const row = {
      operation: 'getStay',
      surface: 'api',
      outcome: 'ok',
      bucket: 20,
      count: 2,
    } as const
    const hours = [at(40, 0), at(40, 7), at(40, 8), at(2, 7), at(2, 8), at(401, 0)]
    await db().callCount.createMany({ data: hours.map((hour) => ({ ...row, hour })) })
    await db().refreshCount.createMany({
      data: hours.map((hour) => ({ hour, outcome: 'ok' as const, count: 1 })),
    })
    for (let run = 0; run < 2; run += 1) await sweepStats()
    const left = await db().callCount.findMany({ orderBy: { hour: 'asc' } })
    expect(left.map(({ hour, count }) => [hour, count])).toEqual([
      [at(40, 0), 6],
      [at(2, 7), 2],
      [at(2, 8), 2],
    ])
    expect(await db().refreshCount.findMany({ where: { hour: at(40, 0) } })).toMatchObject([
      { count: 3 },
    ])
    countRefresh('ok')
    expect(await refreshes()).toHaveLength(4)
  })
})
