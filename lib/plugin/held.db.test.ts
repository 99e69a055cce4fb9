import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setSpendingLimit } from '@/lib/confirmations/limits'
import { putAskRule } from '@/lib/confirmations/rules'
import { countWaiting, listWaiting } from '@/lib/confirmations/waiting'
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

const { ask, entries, plugin } = createToyShop(join(tmpdir(), 'never-written'))

beforeAll(openShop)
afterAll(disconnect)

async function forSale(minor = 100, name = 'thing'): Promise<string> {
  const thing = `${name}-${newActionId()}`
  await setPrice(thing, minor)
  return thing
}

/** A call that waits, and what its person sees. */
async function held(name = 'thing', operation = 'buy', key?: string) {
  const caller = await createToyCaller()
  const thing = await forSale(100, name)
  const told = await ask(caller, operation, { thing }, { key })
  const id = idIn(told)
  const again = () => ask(caller, operation, { thing }, { key })
  return { caller, thing, told, id, again, seen: await seeIt(caller, id) }
}

async function seeIt({ accountId }: Caller, id: string): Promise<string> {
  const seen = await look(plugin, accountId, id)
  if (!seen?.now || 'impossible' in seen.now) throw new Error('there is nothing to see')
  return seen.now.seen
}

const exposed = async () => () => true

const stateOf = async (id: string) => (await db().action.findUnique({ where: { id } }))?.state

const revoke = (id: string) => db().grant.update({ where: { id }, data: { revokedAt: new Date() } })

const outcomesOf = (id: string) => entries.filter((one) => one.id === id).map((one) => one.outcome)

describe('an assistant asks for what a person must say yes to', () => {
  it('and nothing is done: it is told what waits, where and until when', async () => {
    const { told, thing, id } = await held()
    expect(told).toEqual({
      ...{ code: 202, status: 'confirmation_required' },
      message: `Waits for the person’s yes: Sell ${thing} for 100 cents.`,
      confirmationUrl: `http://localhost:3000/confirm/${id}`,
      expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
    })
    expect(id).toMatch(/^[\w-]{22}$/)
    const hours = (Date.parse(String(told.expiresAt)) - Date.now()) / 3_600_000
    expect(Math.round(hours)).toBe(24)
    expect(await salesOf(thing)).toBe(0)
  })

  it('and asks again, in parallel too: it is the same one, pending', async () => {
    const { caller, told, thing } = await held()
    const calls = Array.from({ length: 20 }, (_, index) =>
      ask(caller, 'buy', { thing, ...(index % 2 && { again: true }) }),
    )
    for (const one of await Promise.all(calls)) {
      expect(one).toMatchObject({ code: 202, status: 'pending' })
      expect(one.confirmationUrl).toBe(told.confirmationUrl)
    }
    expect(await countWaiting(caller.accountId)).toBe(1)
  })

  it('and learns at once when there is nothing to ask', async () => {
    const caller = await createToyCaller()
    const nothing = ask(caller, 'buy', { thing: 'unheard of' })
    await expect(nothing).rejects.toMatchObject({ code: 'not_found' })
    expect(await db().action.count({ where: { grantId: caller.grantId } })).toBe(0)
  })
})

describe('a person says yes', () => {
  it('and it is done once, and the assistant is told what came of it', async () => {
    const { caller, id, seen, thing, again } = await held()
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => approve(plugin, caller.accountId, { id, seen })),
    )
    expect(clicks).toEqual(Array(10).fill({ status: 'done' }))
    expect(await salesOf(thing)).toBe(1)
    expect(await again()).toEqual({ code: 200, status: 'done', message: `Sold ${thing}.`, thing })
    expect((await again()).message).toContain('again: true')
    expect(await salesOf(thing)).toBe(1)
    expect(outcomesOf(id)).toEqual(['confirmation_required', 'ok'])
    expect(await refuse(plugin, caller.accountId, id)).toEqual({ status: 'done' })
  })

  it('and a minute after the assistant was told, the same call is a new question', async () => {
    const { caller, id, seen, again } = await held()
    await approve(plugin, caller.accountId, { id, seen })
    await pass(caller.grantId, '5 hours')
    expect((await again()).status).toBe('done')
    await pass(caller.grantId, '61 seconds')
    const next = await again()
    expect(next.status).toBe('confirmation_required')
    expect(idIn(next)).not.toBe(id)
  })

  it('and by the same key the answer comes back word for word', async () => {
    const { caller, id, seen, again } = await held('thing', 'buy', 'k')
    await approve(plugin, caller.accountId, { id, seen })
    const first = await again()
    await pass(caller.grantId, '1 hour')
    expect(await again()).toEqual(first)
  })

  it('and again: true before the assistant was told is not a second one', async () => {
    const { caller, id, seen, thing } = await held()
    await approve(plugin, caller.accountId, { id, seen })
    const told = await ask(caller, 'buy', { thing, again: true })
    expect(told).toMatchObject({ status: 'done' })
    expect((await ask(caller, 'buy', { thing, again: true })).status).toBe('confirmation_required')
    expect(await salesOf(thing)).toBe(1)
  })

  it('but not to a price that rose meanwhile: they see what changed, and decide anew', async () => {
    const { caller, id, seen, thing } = await held()
    await setPrice(thing, 250)
    expect(await approve(plugin, caller.accountId, { id, seen })).toEqual({ status: 'changed' })
    expect([await salesOf(thing), await stateOf(id)]).toEqual([0, 'waiting'])
    const page = await look(plugin, caller.accountId, id)
    expect(page?.now).toMatchObject({
      confirmation: { amount: { minor: 250, currency: 'EUR' } },
      differences: [{ label: 'Price', before: '100 cents', now: '250 cents' }],
    })
    const now = await seeIt(caller, id)
    expect(await approve(plugin, caller.accountId, { id, seen: now })).toEqual({ status: 'done' })
    expect(await salesOf(thing)).toBe(1)
  })

  it('and it fails in plain words: nothing is left of it, and the assistant is told', async () => {
    const { caller, id, seen, thing, again } = await held('sold-out')
    const decided = await approve(plugin, caller.accountId, { id, seen })
    expect(decided).toMatchObject({ status: 'failed', error: { message: 'It is sold out.' } })
    expect(await salesOf(thing)).toBe(0)
    expect(await again()).toMatchObject({ code: 200, status: 'failed', message: 'It is sold out.' })
    expect(outcomesOf(id)).toEqual(['confirmation_required', 'failed'])
    expect((await again()).status).toBe('confirmation_required')
  })

  it('and something of ours breaks: it still waits, and can be said again', async () => {
    const { caller, id, seen, thing } = await held('broken')
    await expect(approve(plugin, caller.accountId, { id, seen })).rejects.toThrow('secret')
    expect([await salesOf(thing), await stateOf(id)]).toEqual([0, 'waiting'])
  })

  it('to what is not to be had any more: they are told, and nothing happens', async () => {
    const { caller, id, seen, thing } = await held()
    await db().$executeRaw`DELETE FROM toy_price WHERE thing = ${thing}`
    expect(await approve(plugin, caller.accountId, { id, seen })).toMatchObject({
      status: 'impossible',
    })
    const page = await look(plugin, caller.accountId, id)
    expect(page?.now).toEqual({ impossible: 'There is no such thing.' })
  })
})

describe('a person says no', () => {
  it('and the assistant is told so without blame, and nothing is done', async () => {
    const { caller, id, seen, thing, again } = await held()
    expect(await refuse(plugin, caller.accountId, id)).toEqual({ status: 'refused' })
    const { status, message } = await again()
    expect([status, message]).toEqual(['refused', 'The person said no. Nothing was done.'])
    expect(await approve(plugin, caller.accountId, { id, seen })).toEqual({ status: 'refused' })
    expect(await salesOf(thing)).toBe(0)
    expect(outcomesOf(id)).toEqual(['confirmation_required', 'refused'])
  })

  it('and yes at the same moment: one of the two holds', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { caller, id, seen, thing } = await held()
      const yes = () => approve(plugin, caller.accountId, { id, seen })
      const no = () => refuse(plugin, caller.accountId, id)
      const [one, other] = await Promise.all(round % 2 ? [yes(), no()] : [no(), yes()])
      expect(one).toEqual(other)
      expect(await salesOf(thing)).toBe(one?.status === 'done' ? 1 : 0)
    }
  })
})

describe('a yes is worth nothing', () => {
  it('from another account, which does not even learn that there is something', async () => {
    const { id, seen, thing } = await held()
    const { accountId } = await createToyCaller()
    expect(await look(plugin, accountId, id)).toBeNull()
    expect(await approve(plugin, accountId, { id, seen })).toEqual({ status: 'not_found' })
    expect(await refuse(plugin, accountId, id)).toEqual({ status: 'not_found' })
    expect([await salesOf(thing), await stateOf(id)]).toEqual([0, 'waiting'])
  })

  it.each(['', 'x', '../x', "' OR 1=1", '\u0000', 'x'.repeat(5000)])('to %j', async (id) => {
    const { caller, seen } = await held()
    expect(await approve(plugin, caller.accountId, { id, seen })).toEqual({ status: 'not_found' })
  })

  it('to what was not seen, or was seen of something else', async () => {
    const { caller, id, thing } = await held()
    const other = await held()
    for (const seen of ['', 'x', other.seen]) {
      expect(await approve(plugin, caller.accountId, { id, seen })).toEqual({ status: 'changed' })
    }
    expect(await salesOf(thing)).toBe(0)
  })

  it('a day later, and the assistant is told that nobody answered', async () => {
    const { caller, id, seen, thing, again } = await held()
    await pass(caller.grantId, '24 hours')
    expect(await listWaiting(caller.accountId)).toEqual([])
    expect(await approve(plugin, caller.accountId, { id, seen })).toEqual({ status: 'expired' })
    expect(await again()).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('time'),
    })
    expect(await salesOf(thing)).toBe(0)
    expect((await again()).status).toBe('confirmation_required')
  })

  it('from somebody who is not let in any more, but keeps until they are', async () => {
    const { caller, thing, id, seen } = await held()
    const closed = { ...plugin, release: { lets: async () => () => false, exposed } }
    const by = [caller.accountId, { id, seen }] as const
    expect(await approve(closed, ...by)).toEqual({ status: 'ended' })
    expect((await look(closed, caller.accountId, id))?.now).toBeNull()
    expect(await salesOf(thing)).toBe(0)
    const open = { ...plugin, release: { lets: async () => () => true, exposed } }
    expect(await approve(open, ...by)).toEqual({ status: 'done' })
  })

  it('once the connection was ended, the permission taken back or the account is leaving', async () => {
    const ended = await held()
    await revoke(ended.caller.grantId)
    const reduced = await held()
    await db().grant.update({
      where: { id: reduced.caller.grantId },
      data: { payload: '{"openid":{"scope":"openid"}}' },
    })
    const leaving = await held()
    await db().account.update({
      where: { id: leaving.caller.accountId },
      data: { deleteAfter: new Date(Date.now() + 60_000) },
    })
    for (const { caller, id, seen, thing } of [ended, reduced, leaving]) {
      expect(await approve(plugin, caller.accountId, { id, seen })).toEqual({ status: 'ended' })
      expect((await look(plugin, caller.accountId, id))?.now).toBeNull()
      expect(await salesOf(thing)).toBe(0)
    }
    expect(await listWaiting(ended.caller.accountId)).toEqual([])
  })
})

describe('a person chooses when to be asked', () => {
  const rule = (caller: Caller, operation: string, mode: 'app' | 'above', above?: number) =>
    putAskRule(caller.accountId, caller.grantId, {
      operation,
      rule:
        mode === 'above'
          ? { mode, above: above ?? 0, currency: 'EUR' }
          : { mode, above: null, currency: null },
    })

  it('never, for an app whose own question is enough to them', async () => {
    const [caller, thing] = [await createToyCaller(), await forSale()]
    await rule(caller, 'buy', 'app')
    expect((await ask(caller, 'buy', { thing })).status).toBe('done')
    const other = await createToyCaller(caller.accountId)
    expect((await ask(other, 'buy', { thing })).status).toBe('confirmation_required')
    expect(await salesOf(thing)).toBe(1)
  })

  it('above an amount', async () => {
    const caller = await createToyCaller()
    await rule(caller, 'buy', 'above', 500)
    const statuses = []
    for (const minor of [499, 500, 501]) {
      statuses.push((await ask(caller, 'buy', { thing: await forSale(minor) })).status)
    }
    expect(statuses).toEqual(['done', 'done', 'confirmation_required'])
  })

  it('but always before something is destroyed, and where the operation does not let an app', async () => {
    const [caller, thing] = [await createToyCaller(), await forSale()]
    await rule(caller, 'wipe', 'app')
    await rule(caller, 'wire', 'app')
    expect((await ask(caller, 'wipe', { thing })).status).toBe('confirmation_required')
    expect((await ask(caller, 'wire', { thing })).status).toBe('confirmation_required')
  })

  it('for their own connections only', async () => {
    const [caller, other] = [await createToyCaller(), await createToyCaller()]
    const stolen = { ...caller, accountId: other.accountId }
    expect(await rule(stolen, 'buy', 'app')).toBe(false)
    expect(await db().askRule.count({ where: { grantId: caller.grantId } })).toBe(0)
  })
})

describe('a person limits what a connection may spend', () => {
  it('in a day: what is beyond is refused, in parallel too, and what waits counts', async () => {
    const caller = await createToyCaller()
    const { accountId, grantId } = caller
    const limit = { dailyWrites: 3, dailyAmount: 250, currency: 'EUR' }
    expect(await setSpendingLimit(accountId, grantId, limit)).toBe(true)
    const things = await Promise.all(Array.from({ length: 6 }, () => forSale(100)))
    const ends = await Promise.allSettled(things.map((thing) => ask(caller, 'buy', { thing })))
    const refused = ends.filter((end) => end.status === 'rejected')
    expect(refused).toHaveLength(4)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'too_many_requests' })
    const cheap = await forSale(50)
    expect((await ask(caller, 'buy', { thing: cheap })).status).toBe('confirmation_required')
    await expect(ask(caller, 'order', { thing: cheap })).rejects.toThrow('so many a day')
    await pass(grantId, '24 hours')
    expect((await ask(caller, 'order', { thing: cheap })).status).toBe('done')
  })
})
