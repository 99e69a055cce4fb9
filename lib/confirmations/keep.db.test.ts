import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { newActionId } from '@/lib/plugin/action-id'
import { approve, refuse } from '@/lib/plugin/decide'
import { look } from '@/lib/plugin/look'
import {
  createToyCaller,
  createToyShop,
  idIn,
  openShop,
  pass,
  salesOf,
  setPrice,
} from '@/lib/testing/toy-shop'
import { downloadActions, sweepActions } from './keep'
import { countWaiting, listWaiting } from './waiting'

const { ask, plugin } = createToyShop(join(tmpdir(), 'never-written'))

beforeAll(openShop)
afterAll(disconnect)

async function connect() {
  const caller = await createToyCaller()
  const thing = `secret-${newActionId()}`
  await setPrice(thing, 100)
  const rows = () => db().action.findMany({ where: { grantId: caller.grantId } })
  return { caller, thing, rows, wait: (time: string) => pass(caller.grantId, time) }
}

describe('what is kept of what was asked for', () => {
  it('is not to be read in the database, and is what its person takes along', async () => {
    const { caller, thing, rows } = await connect()
    await ask(caller, 'buy', { thing }, { key: 'my-key' })
    const kept = (await rows()).map(({ amount: _, ...row }) => row)
    expect(JSON.stringify(kept)).not.toMatch(/secret|cents|my-key/)
    const { actions } = await downloadActions(caller.accountId)
    expect(actions).toMatchObject([
      { state: 'waiting', input: { thing }, shown: { facts: [['Price', '100 cents']] } },
    ])
    expect((await downloadActions((await connect()).caller.accountId)).actions).toEqual([])
  })

  it('is emptied a day after its end, and a decision is gone after a month', async () => {
    const { caller, thing, rows, wait } = await connect()
    const id = idIn(await ask(caller, 'buy', { thing }))
    await refuse(plugin, caller.accountId, id)
    await ask(caller, 'order', { thing })
    await wait('23 hours')
    await sweepActions()
    expect((await rows()).filter(({ onceKey }) => onceKey !== null)).toHaveLength(2)
    await wait('2 hours')
    await sweepActions()
    const empty = { input: null, shown: null, result: null, onceKey: null }
    expect(await rows()).toEqual([expect.objectContaining({ id, state: 'refused', ...empty })])
    await wait('30 days')
    await sweepActions()
    expect(await rows()).toEqual([])
  })

  it('is over when it was sealed under another APP_SECRET, and can be asked for anew', async () => {
    const { caller, thing, rows } = await connect()
    const waiting = idIn(await ask(caller, 'buy', { thing }))
    await ask(caller, 'order', { thing }, { key: 'mine' })
    const lost = 'sealed under another secret'
    const where = { grantId: caller.grantId }
    await db().action.updateMany({ where, data: { input: lost, shown: lost, result: lost } })

    const { action, now, shown } = (await look(plugin, caller.accountId, waiting)) ?? {}
    expect([action?.state, now, shown]).toEqual(['expired', null, null])
    const decided = await approve(plugin, caller.accountId, { id: waiting, seen: '' })
    expect(decided).toMatchObject({ status: 'expired' })
    expect(await countWaiting(caller.accountId)).toBe(0)
    const { actions } = await downloadActions(caller.accountId)
    expect(actions).toContainEqual(expect.objectContaining({ id: waiting, input: null }))

    expect(await ask(caller, 'order', { thing }, { key: 'mine' })).toMatchObject({
      status: 'unknown',
      message: expect.stringContaining('was done'),
    })
    expect(await salesOf(thing)).toBe(1)
    expect(await ask(caller, 'buy', { thing })).toMatchObject({ status: 'failed' })
    const told = await ask(caller, 'buy', { thing })
    expect(told.status).toBe('confirmation_required')
    await db().action.update({ where: { id: idIn(told) }, data: { input: lost } })
    expect(await listWaiting(caller.accountId)).toEqual([])
    expect(await countWaiting(caller.accountId)).toBe(0)
    expect(await rows()).toHaveLength(3)
  })

  it('waits no longer than it says, though nobody looks', async () => {
    const { caller, thing, rows, wait } = await connect()
    await ask(caller, 'buy', { thing })
    await wait('23 hours')
    await sweepActions()
    expect((await rows()).map(({ state }) => state)).toEqual(['waiting'])
    await wait('1 hour')
    await sweepActions()
    expect((await rows()).map(({ state }) => state)).toEqual(['expired'])
  })
})
