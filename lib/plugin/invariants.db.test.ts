import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actions } from '@/lib/confirmations/actions'
import { putAskRule } from '@/lib/confirmations/rules'
import { db, disconnect } from '@/lib/data/db'
import {
  createToyCaller,
  createToyShop,
  idIn,
  listSales,
  openShop,
  pass,
  setPrice,
} from '@/lib/testing/toy-shop'
import { newActionId } from './action-id'
import { approve, refuse } from './decide'
import { look } from './look'

beforeAll(openShop)
afterAll(disconnect)

/** The step of the state machine at which everything breaks; what was not committed is gone. */
let breaksAt: string | null = null
let isBroken = false

type Step = (...given: never[]) => Promise<unknown>

const fragile = Object.fromEntries(
  Object.entries(actions).map(([name, step]) => [
    name,
    async (...given: never[]) => {
      if (isBroken) throw new Error('dead')
      const result = await (step as Step)(...given)
      isBroken = breaksAt === name
      if (isBroken) throw new Error('dead')
      return result
    },
  ]),
) as typeof actions

const { ask, plugin } = createToyShop(join(tmpdir(), 'never-written'), fragile)

const breaking = fc.option(
  fc.constantFrom('insert', 'hold', 'lock', 'finish', 'deliver', 'release'),
  {
    freq: 6,
  },
)
const call = fc.record({
  kind: fc.constant('call' as const),
  operation: fc.constantFrom('order', 'buy', 'buy'),
  again: fc.boolean(),
  key: fc.option(fc.constantFrom('a', 'b')),
  times: fc.integer({ min: 1, max: 3 }),
  breaking,
})
const decide = fc.record({
  kind: fc.constant('decide' as const),
  looks: fc.boolean(),
  answers: fc.array(fc.constantFrom('yes', 'yes', 'no', 'stranger'), {
    minLength: 1,
    maxLength: 3,
  }),
  breaking,
})
const world = fc.oneof(
  fc.record({ kind: fc.constant('price' as const), minor: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('time' as const), seconds: fc.constantFrom(30, 61, 3600, 86_401) }),
  fc.record({ kind: fc.constant('rule' as const), mode: fc.constantFrom('app', 'always') }),
  fc.record({ kind: fc.constant('revoke' as const) }),
)
const step = fc.oneof(
  { arbitrary: call, weight: 5 },
  { arbitrary: decide, weight: 4 },
  { arbitrary: world, weight: 2 },
)

type StepOf = typeof step extends fc.Arbitrary<infer S> ? S : never
type CallOf = Extract<StepOf, { kind: 'call' }>

/** One wish as the assistant has it: open until it was told how it ended, or a day is over. */
type Wish = { again: boolean; end: string | null; askedAt: number; toldAt: number }

/** What is known from outside, without looking into the rows that keep the promise. */
async function createStory() {
  const caller = await createToyCaller()
  const stranger = await createToyCaller()
  const thing = `thing-${newActionId()}`
  await setPrice(thing, 1)
  const wishes = new Map<string, { count: number; last: Wish }>()
  const seen = new Map<string, { proof: string; minor: number }>()
  const agreed = new Map<string, Set<number>>()
  let [clock, minor, mode, isRevoked] = [0, 1, 'always', false]
  let salesAtRevocation = 0
  const thingOf = (operation: string) => (operation === 'buy' ? thing : `${thing}-plain`)

  function wish({ operation, key, again }: CallOf): Wish {
    const name = `${operation} ${key}`
    const known = wishes.get(name)
    const last = known?.last
    const age = clock - (last?.toldAt ?? 0)
    const isNew =
      !last ||
      clock - last.askedAt >= 86_400 ||
      (last.end !== null &&
        (age >= 86_400 ||
          (key === null && (last.end === 'failed' || age >= 60 || (again && !last.again)))))
    if (last && !isNew) return last
    const next = { again, end: null, askedAt: clock, toldAt: 0 }
    wishes.set(name, { count: (known?.count ?? 0) + 1, last: next })
    return next
  }

  async function makeCalls(made: CallOf) {
    const wanted = wish(made)
    const allowed = mode === 'app'
    const calls = Array.from({ length: made.times }, () =>
      ask(
        caller,
        made.operation,
        { thing: thingOf(made.operation), again: made.again },
        { key: made.key },
      ),
    )
    for (const end of await Promise.allSettled(calls)) {
      if (end.status === 'rejected') continue
      const { status } = end.value
      const id = idIn(end.value)
      if (id && !seen.has(id)) seen.set(id, { proof: '', minor: 0 })
      if (id === '' && wanted.end === null) Object.assign(wanted, { end: status, toldAt: clock })
    }
    if (allowed) agreed.set('app', (agreed.get('app') ?? new Set()).add(minor))
  }

  async function decideAll({ looks, answers }: Extract<StepOf, { kind: 'decide' }>) {
    for (const [id, known] of seen) {
      const page = looks ? await look(plugin, caller.accountId, id).catch(() => null) : null
      if (page?.now && 'seen' in page.now) {
        known.proof = page.now.seen
        known.minor = page.now.confirmation.amount?.minor ?? 0
      }
      const decisions = answers.map((answer) => {
        if (answer === 'no') return refuse(plugin, caller.accountId, id)
        if (answer === 'stranger') {
          return approve(plugin, stranger.accountId, { id, seen: known.proof })
        }
        agreed.set(id, (agreed.get(id) ?? new Set()).add(known.minor))
        return approve(plugin, caller.accountId, { id, seen: known.proof })
      })
      await Promise.allSettled(decisions)
    }
  }

  return {
    async take(next: StepOf) {
      breaksAt = 'breaking' in next ? next.breaking : null
      isBroken = false
      if (next.kind === 'call' && !isRevoked) await makeCalls(next)
      if (next.kind === 'decide') await decideAll(next)
      breaksAt = null
      isBroken = false
      if (next.kind === 'price') await setPrice(thing, next.minor)
      if (next.kind === 'price') minor = next.minor
      if (next.kind === 'time') await pass(caller.grantId, `${next.seconds} seconds`)
      if (next.kind === 'time') clock += next.seconds
      if (next.kind === 'rule') {
        mode = next.mode
        const rule = { mode: next.mode as 'app' | 'always', above: null, currency: null }
        await putAskRule(caller.accountId, caller.grantId, { operation: 'buy', rule })
      }
      if (next.kind === 'revoke' && !isRevoked) {
        isRevoked = true
        salesAtRevocation = (await listSales(thing)).length
        const where = { id: caller.grantId }
        await db().grant.update({ where, data: { revokedAt: new Date() } })
      }
    },
    async check() {
      for (const operation of ['order', 'buy']) {
        const sales = await listSales(thingOf(operation))
        const wanted = [...wishes]
          .filter(([name]) => name.startsWith(`${operation} `))
          .reduce((sum, [, { count }]) => sum + count, 0)
        expect(sales.length, 'never two effects for one intent').toBeLessThanOrEqual(wanted)
        expect(new Set(sales.map(({ action }) => action)).size).toBe(sales.length)
      }
      const sales = await listSales(thing)
      for (const sale of sales) {
        const yes = agreed.get(sale.action) ?? agreed.get('app')
        expect(yes?.has(sale.minor), 'never an effect without the person’s yes').toBe(true)
      }
      const refused = await db().action.findMany({
        where: { grantId: caller.grantId, state: 'refused' },
      })
      const sold = new Set(sales.map(({ action }) => action))
      expect(refused.filter(({ id }) => sold.has(id))).toEqual([])
      if (isRevoked) expect(sales).toHaveLength(salesAtRevocation)
    },
  }
}

it('whatever is called, retried, agreed to, refused, taken back or breaks: one wish is at most one effect, and never without the yes', async () => {
  const steps = fc.array(step, { minLength: 2, maxLength: 14, size: 'max' })
  const property = fc.asyncProperty(steps, async (taken) => {
    const story = await createStory()
    for (const next of taken) {
      await story.take(next)
      await story.check()
    }
  })
  await fc.assert(property, { numRuns: process.env.LONG ? 1000 : 40 })
}, 3_600_000)
