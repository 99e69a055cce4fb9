import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepActions } from '@/lib/confirmations/keep'
import { db, disconnect } from '@/lib/data/db'
import { watchLog } from '@/lib/testing/logged'
import {
  createToyCaller,
  createToyShop,
  idIn,
  openShop,
  pass,
  setPrice,
} from '@/lib/testing/toy-shop'
import { newActionId } from './action-id'
import { approve } from './decide'
import { look } from './look'

const file = join(mkdtempSync(join(tmpdir(), 'parcels-')), 'sent')
const { ask, plugin, shipmentsOf } = createToyShop(file)

beforeAll(openShop)
beforeAll(() => void watchLog())
afterAll(disconnect)

const some = (name = 'parcel') => `${name}-${newActionId()}`

describe('what happens elsewhere', () => {
  it('happens once, however often and at whatever moment it is asked for', async () => {
    const caller = await createToyCaller()
    const thing = some('slow')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(caller, 'ship', { thing })),
    )
    expect(shipmentsOf(thing)).toBe(1)
    const statuses = new Set(answers.map(({ status }) => status))
    expect(statuses.has('done')).toBe(true)
    expect((await ask(caller, 'ship', { thing })).status).toBe('done')
    expect(shipmentsOf(thing)).toBe(1)
  })

  it('and is still under way is 409 to whoever asks with the same key', async () => {
    const caller = await createToyCaller()
    const thing = some('slow')
    const first = ask(caller, 'ship', { thing }, { key: 'k' })
    await new Promise((resolve) => setTimeout(resolve, 150))
    const second = ask(caller, 'ship', { thing }, { key: 'k' })
    await expect(second).rejects.toMatchObject({ code: 'in_progress' })
    expect(await ask(caller, 'ship', { thing }, { key: 'k' }).catch(() => first)).toEqual(
      await first,
    )
    expect(shipmentsOf(thing)).toBe(1)
  })

  it('and of which nobody knows whether it did is called so, and not done again by itself', async () => {
    const caller = await createToyCaller()
    const thing = some('lost')
    const told = await ask(caller, 'ship', { thing })
    expect(told).toMatchObject({ code: 200, status: 'unknown' })
    await pass(caller.grantId, '2 hours')
    expect((await ask(caller, 'ship', { thing })).status).toBe('unknown')
    expect(shipmentsOf(thing)).toBe(1)
    expect((await ask(caller, 'ship', { thing, again: true })).status).toBe('unknown')
    expect(shipmentsOf(thing)).toBe(2)
  })

  it('and was refused there leaves nothing, and may be tried again', async () => {
    const caller = await createToyCaller()
    const thing = some('no-such')
    for (const key of ['k', 'k', null]) {
      const refused = ask(caller, 'ship', { thing }, { key })
      await expect(refused).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('and whoever began it is gone is unknown after a while, also to who only looks', async () => {
    const caller = await createToyCaller()
    const things = [some(), some()] as const
    for (const thing of things) {
      await ask(caller, 'ship', { thing })
      await db().$executeRaw`
        UPDATE "Action" SET "state" = 'running', "endedAt" = NULL, "deliveredAt" = NULL
        WHERE "grantId" = ${caller.grantId}`
    }
    expect((await ask(caller, 'ship', { thing: things[0] })).status).toBe('pending')
    await pass(caller.grantId, '91 seconds')
    expect((await ask(caller, 'ship', { thing: things[0] })).status).toBe('unknown')
    await sweepActions()
    const states = await db().action.findMany({ where: { grantId: caller.grantId } })
    expect(states.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
    expect(things.map(shipmentsOf)).toEqual([1, 1])
  })
})

describe('what a person said yes to and happens elsewhere', () => {
  async function held(name?: string) {
    const caller = await createToyCaller()
    const thing = some(name)
    await setPrice(thing, 100)
    const id = idIn(await ask(caller, 'wire', { thing }))
    const page = await look(plugin, caller.accountId, id)
    const seen = page?.now && 'seen' in page.now ? page.now.seen : ''
    const yes = () => approve(plugin, caller.accountId, { id, seen })
    return { caller, thing, yes, again: () => ask(caller, 'wire', { thing }) }
  }

  it('happens once, though they click often', async () => {
    const { thing, yes, again } = await held('slow')
    const clicks = await Promise.all(Array.from({ length: 8 }, yes))
    expect(clicks.filter(({ status }) => status === 'done')).toHaveLength(1)
    expect(new Set(clicks.map(({ status }) => status))).toEqual(new Set(['done', 'running']))
    expect((await again()).status).toBe('done')
    expect(shipmentsOf(thing)).toBe(1)
  })

  it('ends as unknown, or with the reason, and is told to both', async () => {
    const lost = await held('lost')
    expect(await lost.yes()).toEqual({ status: 'unknown' })
    expect((await lost.again()).status).toBe('unknown')
    expect(shipmentsOf(lost.thing)).toBe(1)
    const refused = await held('no-such')
    expect(await refused.yes()).toMatchObject({
      status: 'failed',
      error: { message: 'There is no such thing.' },
    })
    expect(await refused.again()).toMatchObject({ status: 'failed' })
  })
})
