import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setSpendingLimit } from '@/lib/confirmations/limits'
import { putAskRule } from '@/lib/confirmations/rules'
import { readState } from '@/lib/confirmations/state'
import { disconnect } from '@/lib/data/db'
import {
  createToyCaller,
  createToyShop,
  idIn,
  openShop,
  pass,
  salesOf,
  setPrice,
} from '@/lib/testing/toy-shop'
import { newActionId } from './action-id'
import { approve, refuse } from './decide'
import { look } from './look'
import type { Caller } from './operation'

const { ask, plugin, shipmentsOf } = createToyShop(join(tmpdir(), `attacked-${newActionId()}`))

beforeAll(openShop)
afterAll(disconnect)

async function forSale(minor = 100, name = 'thing'): Promise<string> {
  const thing = `${name}-${newActionId()}`
  await setPrice(thing, minor)
  return thing
}

async function seen(caller: Caller, id: string): Promise<string> {
  const page = await look(plugin, caller.accountId, id)
  return page?.now && 'seen' in page.now ? page.now.seen : ''
}

async function yes(caller: Caller, id: string) {
  return approve(plugin, caller.accountId, { id, seen: await seen(caller, id) })
}

const limit = ({ accountId, grantId }: Caller, dailyWrites: number | null, dailyAmount?: number) =>
  setSpendingLimit(accountId, grantId, {
    ...{ dailyWrites, dailyAmount: dailyAmount ?? null },
    currency: dailyAmount === undefined ? null : 'EUR',
  })

const above = ({ accountId, grantId }: Caller, operation: string, above: number) =>
  putAskRule(accountId, grantId, { operation, rule: { mode: 'above', above, currency: 'EUR' } })

describe('what a connection may spend in a day', () => {
  it('counts at the price that was agreed to, not at the one that was asked for', async () => {
    const [caller, thing] = [await createToyCaller(), await forSale(100)]
    await limit(caller, null, 250)
    const id = idIn(await ask(caller, 'buy', { thing }))
    await setPrice(thing, 240)
    expect(await yes(caller, id)).toEqual({ status: 'done' })
    const more = ask(caller, 'buy', { thing: await forSale(50) })
    await expect(more).rejects.toMatchObject({ code: 'too_many_requests' })
  })

  it('holds for what is agreed to as well: a price that rose beyond it is not paid', async () => {
    const [caller, thing] = [await createToyCaller(), await forSale(100)]
    await limit(caller, null, 250)
    const id = idIn(await ask(caller, 'buy', { thing }))
    const before = await seen(caller, id)
    await setPrice(thing, 300)
    const page = await look(plugin, caller.accountId, id)
    expect(page?.now).toEqual({ impossible: expect.stringContaining('so much a day') })
    for (const proof of [before, 'x']) {
      const decided = await approve(plugin, caller.accountId, { id, seen: proof })
      expect(decided.status).toMatch(/impossible|changed/)
    }
    expect(await salesOf(thing)).toBe(0)
    await limit(caller, null, 300)
    expect(await yes(caller, id)).toEqual({ status: 'done' })
  })

  it('holds for what was asked for before it was set', async () => {
    const caller = await createToyCaller()
    const things = [await forSale(), await forSale()]
    const ids: string[] = []
    for (const thing of things) ids.push(idIn(await ask(caller, 'buy', { thing })))
    await limit(caller, 1)
    const proofs = await Promise.all(ids.map((id) => seen(caller, id)))
    expect(proofs).toEqual(['', ''])
    await refuse(plugin, caller.accountId, String(ids[0]))
    expect(await yes(caller, String(ids[1]))).toEqual({ status: 'done' })
  })

  it('counts from when it was done: what waited for a day is not forgotten with it', async () => {
    const [caller, thing] = [await createToyCaller(), await forSale()]
    await limit(caller, 1)
    const id = idIn(await ask(caller, 'buy', { thing }))
    await pass(caller.grantId, '23 hours')
    expect(await yes(caller, id)).toEqual({ status: 'done' })
    await pass(caller.grantId, '2 hours')
    const more = ask(caller, 'order', { thing })
    await expect(more).rejects.toMatchObject({ code: 'too_many_requests' })
    await pass(caller.grantId, '22 hours')
    expect((await ask(caller, 'order', { thing })).status).toBe('done')
  })

  it('does not count what nobody answered in time', async () => {
    const [caller, thing] = [await createToyCaller(), await forSale()]
    await limit(caller, 1)
    await ask(caller, 'buy', { thing })
    await pass(caller.grantId, '24 hours')
    expect((await ask(caller, 'order', { thing })).status).toBe('done')
  })

  it('counts what happens elsewhere, all at once too', async () => {
    const caller = await createToyCaller()
    await limit(caller, null, 250)
    await above(caller, 'wire', 1000)
    const things = await Promise.all(Array.from({ length: 6 }, () => forSale(100)))
    await Promise.allSettled(things.map((thing) => ask(caller, 'wire', { thing })))
    expect(things.reduce((sum, thing) => sum + shipmentsOf(thing), 0)).toBe(2)
  })

  it('counts what a person agreed to and happens elsewhere, at its price', async () => {
    const [caller, thing] = [await createToyCaller(), await forSale(100)]
    await limit(caller, null, 250)
    const id = idIn(await ask(caller, 'wire', { thing }))
    await setPrice(thing, 240)
    expect(await yes(caller, id)).toEqual({ status: 'done' })
    const more = ask(caller, 'wire', { thing: await forSale(50) })
    await expect(more).rejects.toMatchObject({ code: 'too_many_requests' })
  })
})

it('an amount below nothing never counts as little enough to need no yes', async () => {
  const [caller, thing] = [await createToyCaller(), await forSale(-500)]
  await above(caller, 'buy', 100)
  await expect(ask(caller, 'buy', { thing })).rejects.toThrow('amount')
  expect(await salesOf(thing)).toBe(0)
})

it('what is read before saying yes shows all that it holds, and so does what the app is told', async () => {
  const caller = await createToyCaller()
  const thing = `a\u202eb\u200bc\u{e0041}\n\n\u0007d ${newActionId()}`
  await setPrice(thing, 100)
  const told = await ask(caller, 'buy', { thing })
  const page = await look(plugin, caller.accountId, idIn(told))
  const shown = JSON.stringify([page?.now, page?.shown])
  expect(shown).toContain('Sell abc d ')
  for (const text of [told.message, shown]) expect(text).not.toMatch(/[\p{Cc}\p{Cf}]|\\[nu]/u)
})

it('an app does not bury its person in questions; another is still heard', async () => {
  const caller = await createToyCaller()
  const hold = async (from: Caller) => ask(from, 'buy', { thing: await forSale() })
  const ids: string[] = []
  for (let asked = 0; asked < 30; asked += 1) ids.push(idIn(await hold(caller)))
  await expect(hold(caller)).rejects.toMatchObject({ code: 'too_many_requests' })
  expect((await hold(await createToyCaller(caller.accountId))).code).toBe(202)
  await refuse(plugin, caller.accountId, String(ids[0]))
  expect((await hold(caller)).code).toBe(202)
  await pass(caller.grantId, '24 hours')
  expect((await hold(caller)).code).toBe(202)
})

it.each(['\u0000', 'x'.repeat(65), '\ud800', '../x'])('nothing stands at %j', async (id) => {
  const { accountId } = await createToyCaller()
  expect(await readState(accountId, id)).toBeNull()
})
