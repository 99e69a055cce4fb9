import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setSpendingLimit } from '@/lib/confirmations/limits'
import { putAskRule } from '@/lib/confirmations/rules'
import { readState } from '@/lib/confirmations/state'
import { db, disconnect } from '@/lib/data/db'
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

  it('holds for what was asked for before it was set, though all of it is agreed to at once', async () => {
    const caller = await createToyCaller()
    const things = [await forSale(), await forSale()] as const
    const ids: string[] = []
    for (const thing of things) ids.push(idIn(await ask(caller, 'buy', { thing })))
    await limit(caller, 1)
    const ends = await Promise.all(ids.map((id) => yes(caller, id)))
    expect(ends.map(({ status }) => status).sort()).toEqual(['done', 'impossible'])
    expect((await salesOf(things[0])) + (await salesOf(things[1]))).toBe(1)
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

it('a currency is never taken for another: what cannot be compared is asked, or refused', async () => {
  const [caller, thing] = [await createToyCaller(), await forSale(100)]
  const { accountId, grantId } = caller
  const yen = { mode: 'above', above: 1_000_000, currency: 'JPY' } as const
  await putAskRule(accountId, grantId, { operation: 'buy', rule: yen })
  expect((await ask(caller, 'buy', { thing })).status).toBe('confirmation_required')
  const daily = { dailyWrites: null, dailyAmount: 1_000_000, currency: 'JPY' }
  await setSpendingLimit(accountId, grantId, daily)
  const more = ask(caller, 'buy', { thing: await forSale(1) })
  await expect(more).rejects.toMatchObject({ code: 'too_many_requests' })
  expect(await salesOf(thing)).toBe(0)
})

it.each([
  ['its key was taken back', { revokedAt: new Date() }],
  ['its key ended', { expiresAt: new Date(Date.now() - 1000) }],
])('a yes is worth nothing once %s', async (_why, data) => {
  const { accountId } = await createToyCaller()
  const hash = newActionId()
  const key = { accountId, hash, hint: 'abcd', name: 'A key', scopes: ['email'] }
  const expiresAt = new Date(Date.now() + 60_000)
  const { id: grantId } = await db().apiKey.create({ data: { id: hash, ...key, expiresAt } })
  const caller = { accountId, grantId, clientId: 'key', scopes: new Set(['email']) }
  const thing = await forSale()
  const id = idIn(await ask(caller, 'buy', { thing }))
  const proof = await seen(caller, id)
  await db().apiKey.update({ where: { id: grantId }, data })
  expect(await approve(plugin, accountId, { id, seen: proof })).toEqual({ status: 'ended' })
  expect(await salesOf(thing)).toBe(0)
})

it.each([
  [
    'its connection ended',
    (id: string) => db().grant.update({ where: { id }, data: { expiresAt: new Date(0) } }),
  ],
  [
    'the account is gone',
    (id: string) => db().account.deleteMany({ where: { grants: { some: { id } } } }),
  ],
])('a yes is worth nothing once %s', async (_why, end) => {
  const [caller, thing] = [await createToyCaller(), await forSale()]
  const id = idIn(await ask(caller, 'buy', { thing }))
  const proof = await seen(caller, id)
  await end(caller.grantId)
  expect(await approve(plugin, caller.accountId, { id, seen: proof })).toEqual({ status: 'ended' })
  expect(await salesOf(thing)).toBe(0)
})

it('a yes and the end of the connection at the same moment: what was done was done before it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [caller, thing] = [await createToyCaller(), await forSale()]
    const id = idIn(await ask(caller, 'buy', { thing }))
    const proof = await seen(caller, id)
    const revoke = () =>
      db().grant.update({ where: { id: caller.grantId }, data: { revokedAt: new Date() } })
    const [{ status }] = await Promise.all([
      approve(plugin, caller.accountId, { id, seen: proof }),
      revoke(),
    ])
    expect(status).toMatch(/^(done|ended)$/)
    expect(await salesOf(thing)).toBe(status === 'done' ? 1 : 0)
  }
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
