import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { add } from '@/lib/data/counters'
import { db, disconnect } from '@/lib/data/db'
import { createSharedStore } from './shared'

afterAll(disconnect)

const limit = { name: 'test-writes', points: 20, seconds: 60 }
const exactly = { points: 1, exact: true }

it('processes that share a database let exactly as many writes through as one would', async () => {
  const processes = [1, 2, 3].map(() => createSharedStore(add, 20_000))
  const subject = randomUUID()
  const calls = Array.from({ length: 45 }, (_, call) =>
    processes[call % 3]?.add(limit, subject, exactly),
  )
  const counted = await Promise.all(calls)
  expect(counted.filter((each) => each && each.used <= limit.points)).toHaveLength(20)
})

it('the database keeps no names of whom it counts', async () => {
  const subject = `person-${randomUUID()}`
  await createSharedStore(add).add(limit, subject, exactly)
  expect(await db().rateLimit.count({ where: { key: { contains: subject } } })).toBe(0)
  expect(
    await db().rateLimit.count({ where: { key: { startsWith: limit.name } } }),
  ).toBeGreaterThan(0)
})
