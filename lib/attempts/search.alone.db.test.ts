import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { db, disconnect, pool } from '@/lib/data/db'
import type { ListPage } from '@/lib/data/list'
import { env } from '@/lib/env'
import { measured } from '@/lib/testing/measured'
import { getFunnel } from './funnel'
import { countAttempts, type Filter, type Found, searchAttempts } from './search'
import { getTimeline } from './timeline'

// Other tests write attempts of now, and sweep those that are old: these are between.
const hour = 3600_000
const start = new Date(Date.now() - 72 * hour)
const until = new Date(Date.now() - 48 * hour)
const mine: Filter = { from: start, until }
const some = 50_000
const tag = randomUUID().slice(0, 8)

beforeAll(async () => {
  await pool().query(
    `INSERT INTO "Attempt" ("id", "address", "userAgent", "clientId", "clientName", "steps", "host",
       "end", "reason", "startedAt", "updatedAt", "endedAt")
     SELECT $1 || n, '198.51.' || n % 200 || '.' || n % 250, 'agent', 'dcr_' || md5(n::text),
       'App ' || n % 1000, $2::jsonb,
       (ARRAY['chatgpt', 'claude', 'vscode', 'mcp'])[1 + n % 4],
       CASE n % 3 WHEN 0 THEN 'completed'::"AttemptEnd" WHEN 1 THEN 'failed' END,
       CASE n % 3 WHEN 1 THEN 'token.code_expired' END,
       $3::timestamptz + n * interval '1 second' + n * interval '1 microsecond', now(), NULL
     FROM generate_series(1, ${some}) n`,
    [`${tag}-`, JSON.stringify(steps), start],
  )
  await pool().query('ANALYZE "Attempt"')
}, 120_000)

const facts = { agent: 'a'.repeat(120), scope: 'b'.repeat(120) }
const steps = Array.from({ length: 8 }, (_, n) => ({
  step: n === 7 ? 'token' : 'authorize',
  at: new Date(start.getTime() + n * 1500).toISOString(),
  facts,
}))

afterAll(async () => {
  await pool().query(`DELETE FROM "Attempt" WHERE "id" LIKE $1`, [`${tag}-%`])
  await disconnect()
})

/** Every page from one end to the other. */
async function walk(filter: Filter, direction: 'asc' | 'desc'): Promise<string[]> {
  const asked = { size: 7, direction }
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: ListPage<Found> = await searchAttempts(filter, { ...asked, after })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}

describe('the list of attempts', () => {
  it('is walked both ways without losing or doubling one', async () => {
    const filter: Filter = { ...mine, text: 'dcr_00' }
    const ids = await walk(filter, 'desc')
    expect(ids.length).toBeGreaterThan(100)
    expect(new Set(ids).size).toBe(ids.length)
    expect(await walk(filter, 'asc')).toEqual(ids.toReversed())
  })

  it.each<[Filter, number]>([
    [{}, some],
    [{ host: 'claude' }, some / 4],
    [{ reason: 'token.code_expired' }, 16_667],
    [{ end: 'completed', host: 'chatgpt' }, 4_166],
    [{ end: 'open' }, 16_667],
    [{ text: 'app 77' }, 550],
    [{ text: '198.51.7.' }, 250],
    [{ text: '%' }, 0],
    [{ from: new Date(+start + 500), until: new Date(+start + hour + 500) }, 3600],
  ])('counts %j', async (filter, expected) => {
    const counts = await countAttempts({ ...mine, ...filter })
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(expected)
  })

  it.each<Filter>([
    {},
    { host: 'claude' },
    { host: 'nobody' },
    { reason: 'token.code_expired', end: 'failed' },
    { end: 'open' },
    { text: 'no such thing' },
    { text: 'App 99' },
  ])(
    'comes within 300 ms at p95 of a real Postgres for %j, without reading the whole table',
    measured,
    async (filter) => {
      const asked = { ...mine, ...filter }
      for (const ask of [() => searchAttempts(asked, {}), () => countAttempts(asked)]) {
        const times: number[] = []
        for (let n = 0; n < 20; n += 1) {
          const began = performance.now()
          await ask()
          times.push(performance.now() - began)
        }
        const p95 = times.toSorted((one, other) => one - other)[18]
        if (!env().databaseEmbedded) expect(p95).toBeLessThan(300)
      }
      expect(await planOf(() => searchAttempts(asked, {}))).not.toContain('Seq Scan')
    },
  )
})

/** How the database goes about what `ask` asks. */
async function planOf(ask: () => Promise<unknown>): Promise<string> {
  const asked = vi.spyOn(pool(), 'query')
  await ask()
  const [{ text, values }] = asked.mock.calls[0] as unknown as [{ text: string; values: unknown[] }]
  asked.mockRestore()
  return JSON.stringify((await pool().query(`EXPLAIN ${text}`, values)).rows)
}

describe('an attempt', () => {
  it('is a timeline of steps with their time since the first', async () => {
    const attempt = await getTimeline(`${tag}-1`)
    expect(attempt?.steps.map(({ afterMs }) => afterMs)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => n * 1500),
    )
    expect(attempt?.steps[0]?.facts).toEqual(facts)
    expect(await getTimeline('nobody')).toBeNull()
  })

  it('is read where it was written by an older release, without facts', async () => {
    const id = randomUUID()
    const old = {
      address: '192.0.2.1',
      userAgent: '',
      startedAt: start,
      steps: [{ step: 'token' }],
    }
    await db().attempt.create({ data: { id, ...old } })
    expect((await getTimeline(id))?.steps).toEqual([
      { step: 'token', at: start, afterMs: 0, facts: {} },
    ])
  })
})

it('counts how far they came in the days that are asked for', async () => {
  const reached = ({ stages }: Awaited<ReturnType<typeof getFunnel>>) =>
    Object.fromEntries(stages.map(({ stage, reached }) => [stage, reached]))
  const week = await getFunnel(7)
  expect(reached(week)).toMatchObject({
    exchanged: expect.toSatisfy((count: number) => count >= some),
    called: expect.toSatisfy((count: number) => count >= some / 3 - 1 && count < some / 2),
  })
  expect(week.hosts.find(({ host }) => host === 'vscode')?.failed).toBeGreaterThan(some / 13)
  expect(reached(await getFunnel(1)).started).toBeLessThan(some)
})
