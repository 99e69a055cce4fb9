import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchLog } from '@/lib/testing/logged'
import { measured } from '@/lib/testing/measured'
import { createSharedStore } from './shared'
import type { Shared } from './store'

const limit = { name: 'reads', points: 120, seconds: 60 }
const lazily = { points: 1, exact: false }
const exactly = { points: 1, exact: true }
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

/** What all processes share, and how often it was asked. */
function createTable() {
  const used = new Map<string, number>()
  const table: { statements: number; shared: Shared } = {
    statements: 0,
    async shared({ name }, subject, points) {
      table.statements += 1
      const key = name + subject
      used.set(key, (used.get(key) ?? 0) + points)
      return { used: used.get(key) ?? 0, endsInMs: 60_000 }
    },
  }
  return table
}

afterEach(() => vi.restoreAllMocks())

describe('a store that several processes share', () => {
  it('is told of ten reads in one statement, which nobody waits for', async () => {
    const table = createTable()
    const store = createSharedStore(table.shared)
    for (let call = 0; call < 100; call += 1) await store.add(limit, 'ada', lazily)
    expect(table.statements).toBe(10)
  })

  it('is told of each write before it is made', async () => {
    const table = createTable()
    const [one, two] = [createSharedStore(table.shared), createSharedStore(table.shared)]
    expect(await one.add(limit, 'ada', exactly)).toMatchObject({ used: 1 })
    expect(await two.add(limit, 'ada', exactly)).toMatchObject({ used: 2 })
    expect(table.statements).toBe(2)
  })

  it('stops reads in all processes together, within a twelfth for each', async () => {
    const { shared } = createTable()
    const processes = [1, 2, 3, 4].map(() => createSharedStore(shared))
    let allowed = 0
    for (let call = 0; call < 200; call += 1) {
      for (const { add } of processes) {
        if ((await add(limit, 'ada', lazily)).used <= limit.points) allowed += 1
      }
      await settled()
    }
    expect(allowed).toBeGreaterThanOrEqual(120)
    expect(allowed).toBeLessThanOrEqual(120 + 4 * 10)
  })

  it('is asked no more for who is over the limit', async () => {
    const table = createTable()
    const { add } = createSharedStore(table.shared)
    for (let call = 0; call < 5000; call += 1) await add(limit, 'wild', exactly)
    expect(table.statements).toBe(121)
  })

  it(
    'that is down, or does not answer, stops no call: the process counts for itself',
    measured,
    async () => {
      const warned = watchLog()
      vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000)
      const down = createSharedStore(() => Promise.reject(new Error('refused')))
      const counts: number[] = []
      for (let call = 0; call < 130; call += 1) {
        counts.push((await down.add(limit, 'ada', exactly)).used)
      }
      expect(counts.filter((used) => used <= limit.points)).toHaveLength(120)
      expect(warned.lines()).toHaveLength(1)
      const hung = createSharedStore(() => new Promise(() => {}))
      const start = performance.now()
      expect(await hung.add(limit, 'ada', exactly)).toMatchObject({ used: 1 })
      expect(performance.now() - start).toBeLessThan(1000)
      expect(await hung.add(limit, 'ada', lazily)).toMatchObject({ used: 2 })
    },
  )

  it('begins anew when the window has ended', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1_000_000)
    const { add } = createSharedStore(() => Promise.resolve({ used: 121, endsInMs: 5000 }))
    expect(await add(limit, 'ada', exactly)).toEqual({ used: 121, endsInMs: 5000 })
    now.mockReturnValue(1_004_999)
    expect(await add(limit, 'ada', lazily)).toMatchObject({ used: 121 })
    now.mockReturnValue(1_005_001)
    expect(await add(limit, 'ada', lazily)).toMatchObject({ used: 1 })
  })
})
