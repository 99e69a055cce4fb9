import { describe, expect, it } from 'vitest'
import { type Asked, listDoers, tellActivity } from '@/lib/account/activity'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { seedStays } from '@/lib/stays/seed'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { sayYes } from '@/lib/testing/say-yes'
import { serveEndpoints } from '@/lib/testing/serve'
import { activityWritten, recorder } from './record'
import { sweepActivity } from './sweep'
import { getUsage, sumUsage, unused } from './usage'

serveEndpoints()

const all: Asked = { app: null, operation: null, from: null, to: null, after: null }

async function tell(accountId: string, asked: Partial<Asked> = {}, limit = 50) {
  await activityWritten()
  return tellActivity(accountId, await listDoers(accountId), { ...all, ...asked }, limit)
}

async function connect() {
  const person = await createPerson()
  const client = await linking.createClient()
  return { person, ...(await linking.link(person, client)) }
}

const entry = (accountId: string, id: string, more: object = {}) => ({
  ...{ id, operation: 'getStay', input: '{}', outcome: 'ok', touched: null },
  caller: { accountId, grantId: 'connection' },
  ...more,
})

describe('activity', () => {
  it('shows what a client did: who, what, with what, how it ended, and what it touched', async () => {
    await seedStays()
    const { person, access } = await connect()
    const { stays } = await (await linking.callApi(access, '/api/stays?where=Paris')).json()
    const booking = { stay: stays[0].slug, checkIn: day(400), checkOut: day(402), guests: 1 }
    const headers = { 'content-type': 'application/json' }
    const book = { method: 'POST', headers, body: JSON.stringify(booking) }
    expect((await linking.callApi(access, '/api/reservations', book)).status).toBe(202)
    expect((await tell(person.id))[0]).toMatchObject({ outcome: 'confirmation_required' })
    expect(await sayYes(person.id)).toEqual(['done'])
    await linking.callApi(access, '/api/reservations/none/cancel', { method: 'POST' })
    const told = await tell(person.id)
    expect(told.map(({ operation, outcome, touched }) => [operation, outcome, touched])).toEqual([
      ['cancelReservation', 'not_found', null],
      ['bookStay', 'ok', `/stays/${stays[0].slug}`],
      ['searchStays', 'ok', null],
    ])
    expect(told[1]).toMatchObject({
      by: { name: expect.stringContaining('ChatGPT') },
      input: booking,
    })
    const usage = await getUsage(person.id)
    expect([...usage.values()][0]).toMatchObject({ total: 3 })
  })

  it('names nobody who calls without a token, and shows nobody another person’s', async () => {
    const { person, access } = await connect()
    await linking.callApi(access)
    await fetch(`${env().origin}/api/stays?where=Nowhere`)
    const stranger = await connect()
    expect(await tell(stranger.person.id)).toEqual([])
    const [doer] = await listDoers(person.id)
    expect(await tell(stranger.person.id, { app: String(doer?.key) })).toEqual([])
    expect(await tell(person.id)).toHaveLength(1)
  })

  it('has one row for the same read made again at once', async () => {
    const { id } = await createPerson()
    for (let n = 0; n < 50; n += 1) recorder.later(entry(id, `${id}-${n}`))
    const told = await tell(id)
    expect(told.map(({ count }) => count)).toEqual([50])
  })

  it('drops a flood beyond its bound instead of growing', async () => {
    const { id } = await createPerson()
    for (let n = 0; n < 6000; n += 1) {
      recorder.later(entry(id, `${id}-${n}`, { input: `{"n":${n}}` }))
    }
    await activityWritten()
    expect(await db().activity.count({ where: { accountId: id } })).toBe(5000)
  })
})

describe('usage', () => {
  it('is calls a day for 30 days, and the last one however long ago', async () => {
    const { id } = await createPerson()
    const at = (days: number) => new Date(Date.now() - days * 86_400_000)
    const rows = [
      ...[0, 0, 2, 29, 31, 60].map((days) => ({ at: at(days), grantId: 'busy', count: 2 })),
      ...[70, 45].map((days) => ({ at: at(days), grantId: 'quiet', count: 1 })),
    ]
    const rest = { accountId: id, operation: 'getStay', outcome: 'ok' }
    await db().activity.createMany({
      data: rows.map((row, n) => ({ ...rest, ...row, id: `${id}-${n}` })),
    })
    const usage = await getUsage(id)
    const { calls, total, lastUsedAt } = usage.get('busy') ?? unused
    expect([calls.length, calls[0], calls[27], calls[29], total]).toEqual([30, 2, 2, 4, 8])
    expect(lastUsedAt).toEqual(rows[0]?.at)
    expect(usage.get('quiet')).toMatchObject({ total: 0, lastUsedAt: rows[7]?.at })
    expect(sumUsage([...usage.values()]).lastUsedAt).toEqual(rows[0]?.at)
  })
})

describe('a write', () => {
  it('is recorded once, also when it was called too slow before it ended', async () => {
    const { id } = await createPerson()
    recorder.later(entry(id, `late-${id}`, { outcome: 'timeout' }))
    await activityWritten()
    await db().$transaction((tx) => recorder.within(tx, entry(id, `late-${id}`)))
    recorder.later(entry(id, `late-${id}`, { outcome: 'server_error' }))
    expect((await tell(id)).map(({ outcome }) => outcome)).toEqual(['ok'])
  })

  it('that is rolled back is not recorded as done', async () => {
    const { id } = await createPerson()
    await db()
      .$transaction(async (tx) => {
        await recorder.within(tx, entry(id, `back-${id}`))
        throw new Error('rolled back')
      })
      .catch(() => {})
    expect(await tell(id)).toEqual([])
  })
})

describe('a list', () => {
  it('is filtered by operation and day, and goes on where it ended', async () => {
    const { id } = await createPerson()
    for (const n of [1, 2, 3, 4]) {
      const at = new Date(`2026-01-0${n}T12:00:00Z`)
      const operation = n === 4 ? 'bookStay' : 'getStay'
      await db().activity.create({
        data: { id: `${id}-${n}`, at, accountId: id, grantId: 'g', operation, outcome: 'ok' },
      })
    }
    const ids = async (asked: Partial<Asked>, limit = 50) =>
      (await tell(id, asked, limit)).map((one) => one.id.slice(-1)).join('')
    expect(await ids({})).toBe('4321')
    expect(await ids({ operation: 'getStay' })).toBe('321')
    expect(await ids({ from: '2026-01-02', to: '2026-01-03' })).toBe('32')
    expect(await ids({}, 2)).toBe('43')
    expect(await ids({ after: `${id}-3` }, 2)).toBe('21')
    await sweepActivity()
    expect(await ids({})).toBe('')
  })
})

it('makes a link of nothing that lies elsewhere', async () => {
  const { id } = await createPerson()
  recorder.later(entry(id, `a-${id}`, { touched: 'https://evil.example/x' }))
  recorder.later(entry(id, `b-${id}`, { touched: 'javascript:alert(1)' }))
  recorder.later(entry(id, `c-${id}`, { touched: `${env().origin}//evil.example/x` }))
  expect((await tell(id)).map(({ touched }) => touched)).toEqual([null, null, null])
})

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
