import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Operation } from '@/lib/plugin/catalog'
import type { Caller } from '@/lib/plugin/operation'
import { toyCatalog } from '@/lib/plugin/toy-catalog'
import { createLimiter } from './limiter'
import { createMemoryStore } from './memory'

vi.stubEnv('TRUSTED_PROXY', '1')

const [read] = toyCatalog.operations as [Operation]
const write: Operation = { ...read, name: 'change', effect: 'write' }
const by = (accountId: string, grantId: string): Caller => ({
  ...{ accountId, grantId, clientId: 'c', scopes: new Set<string>() },
})
const chatgpt = '23.102.140.113'

let limiter: ReturnType<typeof createLimiter>
beforeEach(() => {
  const store = createMemoryStore()
  limiter = createLimiter(
    async () => store,
    async () => 1,
  )
})

type From = { address?: string; hostsPerson?: string | null }

const ask = (
  caller: Caller | null,
  operation = read,
  { address = '203.0.113.7', hostsPerson = null }: From = {},
) =>
  limiter({
    ...{ operation, caller, hostsPerson },
    headers: new Headers({ 'x-forwarded-for': address }),
  })

/** How many of `times` calls in a row may be made. */
async function allowed(times: number, ...asking: Parameters<typeof ask>): Promise<number> {
  let count = 0
  for (let time = 0; time < times; time += 1) {
    if ((await ask(...asking)).wait === 0) count += 1
  }
  return count
}

describe('a connection', () => {
  it('reads 120 times a minute and changes 20 things, each counted for itself', async () => {
    expect(await allowed(130, by('ada', 'g'))).toBe(120)
    expect(await allowed(30, by('ada', 'g'), write)).toBe(20)
  })

  it('is told how long to wait, and may go on after that', async () => {
    vi.useFakeTimers()
    try {
      await allowed(120, by('ada', 'g'))
      vi.advanceTimersByTime(20_000)
      expect(await ask(by('ada', 'g'))).toMatchObject({
        wait: 40,
        quotas: [{ left: 0, resets: 40 }],
      })
      vi.advanceTimersByTime(40_000)
      expect(await ask(by('ada', 'g'))).toMatchObject({ wait: 0, quotas: [{ left: 119 }, {}] })
    } finally {
      vi.useRealTimers()
    }
  })

  it('that runs wild leaves room for the person’s other apps', async () => {
    expect(await allowed(5000, by('ada', 'wild'))).toBe(120)
    expect(await allowed(120, by('ada', 'tame'))).toBe(120)
  })

  it('among many of one person has no more than the person', async () => {
    let sum = 0
    for (let grant = 0; grant < 10; grant += 1) sum += await allowed(120, by('ada', `g${grant}`))
    expect(sum).toBe(300)
    expect(await allowed(10, by('bob', 'b'))).toBe(10)
  })

  it('is counted by itself, not by the address that it shares with strangers', async () => {
    for (let person = 0; person < 50; person += 1) {
      const from = { address: chatgpt }
      expect(await allowed(120, by(`p${person}`, `g${person}`), read, from)).toBe(120)
    }
  })

  it('pays what an operation declares', async () => {
    expect(await allowed(30, by('ada', 'g'), { ...read, cost: 10 })).toBe(12)
  })

  it('keeps the limit that an operation has of its own, and reads on elsewhere', async () => {
    const rare = { ...read, name: 'rare', limit: { points: 3, seconds: 3600 } }
    expect(await allowed(10, by('ada', 'g'), rare)).toBe(3)
    expect((await ask(by('ada', 'g'), rare)).quotas).toMatchObject([{ name: 'rare', points: 3 }])
    expect(await allowed(10, by('ada', 'g'))).toBe(10)
  })
})

it('a limit stays a whole number, however it is scaled', async () => {
  const store = createMemoryStore()
  const scaled = createLimiter(
    async () => store,
    async () => 0.013,
  )
  const asking = { operation: read, caller: by('ada', 'g'), headers: new Headers() }
  const { quotas } = await scaled({ ...asking, hostsPerson: null })
  expect(quotas).toMatchObject([
    { points: 2, left: 1 },
    { points: 4, left: 3 },
  ])
})

describe('a caller without a token', () => {
  it('is counted by its network: a /64 is one place', async () => {
    expect(await allowed(70, null, read, { address: '2001:db8:1:2::1' })).toBe(60)
    expect(await allowed(5, null, read, { address: '2001:db8:1:2:ffff::9' })).toBe(0)
    expect(await allowed(5, null, read, { address: '2001:db8:1:3::1' })).toBe(5)
  })

  it('of a vendor’s cloud is counted by the person that the vendor names', async () => {
    const ada = { address: chatgpt, hostsPerson: 'ada' }
    expect(await allowed(70, null, read, ada)).toBe(60)
    const bob = { address: '23.102.140.114', hostsPerson: 'bob' }
    expect(await allowed(70, null, read, bob)).toBe(60)
    expect(await allowed(500, null, read, { address: '160.79.104.9' })).toBe(500)
  })

  it('of elsewhere gains nothing by naming a new person each time', async () => {
    let sum = 0
    for (let person = 0; person < 100; person += 1) {
      sum += await allowed(1, null, read, { hostsPerson: `p${person}` })
    }
    expect(sum).toBe(60)
  })

  it('of a cloud is stopped in the end, and takes nobody else along', async () => {
    expect(await allowed(6100, null, read, { address: '160.79.104.9' })).toBe(6000)
    expect(await allowed(5, null, read, { address: chatgpt })).toBe(5)
    expect(await allowed(5, null)).toBe(5)
  })
})
