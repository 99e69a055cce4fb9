import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { mostRows } from '@/lib/data/bounded'
import { db, disconnect, query } from '@/lib/data/db'
import { watchLog } from '@/lib/testing/logged'
import { measured } from '@/lib/testing/measured'
import { lastSweep } from './last'
import { type Room, rooms } from './rooms'
import { sweep } from './run'

beforeEach(async () => {
  await db().lease.deleteMany()
})

afterAll(disconnect)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const once: Room = async () => ({ rows: 1, isMore: false })

describe('a sweep', () => {
  it('is one process’s turn: of several at once, and right after, one sweeps', async () => {
    let turns = 0
    const slow: Room = async () => {
      turns += 1
      await pause(50)
      return { rows: 3, isMore: false }
    }
    const all = await Promise.all(Array.from({ length: 8 }, () => sweep({ slow })))
    expect(all.filter((swept) => swept !== null)).toHaveLength(1)
    expect(await sweep({ slow })).toBeNull()
    expect(turns).toBe(1)
  })

  it('is another’s once a process that crashed has had its time', async () => {
    const until = new Date(Date.now() - 1)
    await db().lease.create({ data: { job: 'sweep', holder: 'gone', until } })
    expect(await sweep({ once })).toMatchObject([{ room: 'once', rows: 1 }])
  })

  it('goes on to the other rooms when one fails, and says of each what came of it', async () => {
    const log = watchLog()
    const broken: Room = () => Promise.reject(new TypeError('with a secret'))
    await sweep({ broken, once })
    expect(log.lines()).toMatchObject([{ event: 'room not swept', room: 'broken' }])
    log.restore()
    const last = (await lastSweep()).filter(({ room }) => ['broken', 'once'].includes(room))
    expect(last).toMatchObject([
      { room: 'broken', error: 'TypeError', rows: 0 },
      { room: 'once', error: null, rows: 1, more: false, at: expect.any(Date) },
    ])
  })

  it('ends in time, after a turn for every room', measured, async () => {
    const endless: Room = async () => {
      await pause(20)
      return { rows: 1, isMore: true }
    }
    const start = performance.now()
    const swept = await sweep({ endless, once }, 200)
    expect(performance.now() - start).toBeLessThan(2000)
    expect(swept).toMatchObject([
      { room: 'endless', more: true },
      { room: 'once', rows: 1, more: false },
    ])
    expect(swept?.[0]?.rows).toBeGreaterThan(1)
  })

  it('removes more than one statement may, a bounded number at a time', async () => {
    await query(
      'test_many',
      `INSERT INTO "OAuthArtifact" ("kind", "id", "payload", "expiresAt")
       SELECT 'Interaction', 'swept ' || n, '{}', now() - interval '2 hours'
       FROM generate_series(1, $1) AS n`,
      [2 * mostRows + 5],
    )
    const swept = await sweep({ oauth: rooms.oauth as Room })
    expect(swept?.[0]?.rows).toBeGreaterThanOrEqual(2 * mostRows + 5)
    expect(await db().oAuthArtifact.count({ where: { id: { startsWith: 'swept ' } } })).toBe(0)
  })

  it('is taken by every room as it is', async () => {
    const id = randomUUID()
    const email = `${id}@example.com`
    await db().account.create({ data: { id, email, name: 'Ada' } })
    const at = new Date('2020-01-01')
    await db().notice.create({ data: { id, accountId: id, kind: 'signed_in', at } })
    const swept = await sweep()
    expect(swept?.map(({ error }) => error)).toEqual(Object.keys(rooms).map(() => null))
    expect(swept?.find(({ room }) => room === 'notices')).toMatchObject({ more: false })
    expect(await db().notice.count({ where: { accountId: id } })).toBe(0)
  })
})
