import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/data/db'
import { env } from '@/lib/env'
import { seedStays } from '@/lib/stays/seed'
import * as linking from '@/lib/testing/link'
import { watchLog } from '@/lib/testing/logged'
import { createPerson } from '@/lib/testing/people'
import { serveEndpoints } from '@/lib/testing/serve'
import { countCall } from './calls'
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
    watchLog()
    vi.spyOn(pool(), 'query').mockImplementation(() => Promise.reject(away))
    await statsWritten()
    vi.restoreAllMocks()
    expect(await calls()).toEqual(['api getStay ok 2'])
  })

  it('cost the answer no statement and hardly any time', async () => {
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
