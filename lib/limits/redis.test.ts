import { afterEach, expect, it, vi } from 'vitest'
import { sha256 } from '@/lib/secrets'
import { watchLog } from '@/lib/testing/logged'
import { measured } from '@/lib/testing/measured'
import { startRedis } from '@/lib/testing/redis'
import { connectRedis } from './redis'
import { createSharedStore } from './shared'

const limit = { name: 'writes', points: 20, seconds: 60 }
const exactly = { points: 1, exact: true }

const opened: { close: () => void }[] = []

async function createProcess(url: string) {
  const redis = await connectRedis(url)
  opened.push(redis)
  return { ...redis, store: createSharedStore(redis.shared, 5000) }
}

afterEach(() => {
  for (const { close } of opened.splice(0)) close()
  vi.restoreAllMocks()
})

const ready = ({ shared }: { shared: Awaited<ReturnType<typeof connectRedis>>['shared'] }) =>
  expect.poll(() => shared(limit, 'warm-up', 1).catch(() => null), { timeout: 9000 }).not.toBeNull()

it('processes that share a Redis let exactly as many writes through as one would', async () => {
  const redis = process.env.TEST_REDIS_URL ? null : await startRedis()
  const url = process.env.TEST_REDIS_URL ?? String(redis?.url)
  const processes = await Promise.all([createProcess(url), createProcess(url)])
  await Promise.all(processes.map(ready))
  const subject = `ada ${Math.random()}`
  const calls = Array.from({ length: 50 }, (_, call) =>
    processes[call % 2]?.store.add(limit, subject, exactly),
  )
  const counted = await Promise.all(calls)
  expect(counted.filter((each) => each && each.used <= limit.points)).toHaveLength(20)
  await redis?.stop()
})

it('a Redis that is not there stops no call, and is used again once it is', measured, async () => {
  const warned = watchLog()
  const redis = await startRedis()
  const process = await createProcess(redis.url)
  await ready(process)
  await process.store.add(limit, 'ada', exactly)
  await redis.stop()
  const start = performance.now()
  expect(await process.store.add(limit, 'ada', exactly)).toMatchObject({ used: 2 })
  expect(performance.now() - start).toBeLessThan(1000)
  const again = await startRedis(redis.port)
  await ready(process)
  expect((await process.store.add(limit, 'bob', exactly)).used).toBe(1)
  expect([...again.counts.keys()]).toContain(`latchkey:writes:${sha256('bob')}`)
  expect(warned.text()).not.toContain('127.0.0.1')
  await again.stop()
})
