import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from '@/lib/confirmations/actions'
import { db, disconnect } from '@/lib/data/db'
import { asked, createShopHost, forSale, says } from '@/lib/testing/shop-host'
import { openShop, salesOf } from '@/lib/testing/toy-shop'
import { awaitDecision } from '../await-decision'

beforeAll(openShop)
afterAll(disconnect)

const stateOf = async (id: string) => (await db().action.findUnique({ where: { id } }))?.state
const countOf = (grantId: string) => db().action.count({ where: { grantId } })

describe('what a client brings back proves nothing', () => {
  const bad = -32602

  it.each([
    ...[7, null, {}, [], '', 'x', 'x'.repeat(2_000), '\u0000'],
    `${'A'.repeat(22)}.0.${'A'.repeat(43)}`,
    `${'A'.repeat(22)}.9007199254740993.${'A'.repeat(43)}`,
  ])('as a state: %j', async (requestState) => {
    const { back, thing, id } = await asked()
    for (const answer of ['accept', 'decline', 'cancel']) {
      expect((await back({ ...says(answer), requestState })).error.code).toBe(bad)
    }
    expect([await salesOf(thing), await stateOf(id)]).toEqual([0, 'waiting'])
  })

  it('with a state whose parts were changed', async () => {
    const { back, requestState, id } = await asked()
    const [, until, mac] = requestState.split('.')
    const other = await asked()
    for (const forged of [
      `${id}.9999999999999.${mac}`,
      `${other.id}.${until}.${mac}`,
      `${id}.0${until}.${mac}x`,
      `${id}.${until}.${other.requestState.split('.')[2]}`,
    ]) {
      expect((await back({ ...says('decline'), requestState: forged })).error.code).toBe(bad)
    }
    expect([await stateOf(id), await stateOf(other.id)]).toEqual(['waiting', 'waiting'])
  })

  it('with the state of another connection, of the same person too', async () => {
    const { host, thing, id, requestState } = await asked()
    for (const account of [undefined, host.caller.accountId]) {
      const other = await createShopHost(account)
      const { error } = await other.call('buy', { thing }, { requestState, ...says('decline') })
      expect(error.code).toBe(bad)
      expect(await countOf(other.caller.grantId)).toBe(0)
    }
    expect(await stateOf(id)).toBe('waiting')
  })

  it('with the state of another call', async () => {
    const { host, thing, id, requestState } = await asked()
    const more = { requestState, ...says('decline') }
    const another = await forSale()
    expect((await host.call('buy', { thing: another }, more)).error.code).toBe(bad)
    expect((await host.call('wipe', { thing }, more)).error.code).toBe(bad)
    expect((await host.call('order', { thing }, more)).error.code).toBe(bad)
    expect([await salesOf(thing), await salesOf(another), await stateOf(id)]).toEqual([
      ...[0, 0, 'waiting'],
    ])
  })

  it.each(['yes', '', null, 1, {}, ['accept'], 'ACCEPT', '__proto__'])(
    'as the action %j',
    async (action) => {
      const { back, id } = await asked()
      expect((await back(says(action))).error.code).toBe(bad)
      expect(await stateOf(id)).toBe('waiting')
    },
  )

  it.each([null, 7, 'accept', ['accept']])('as responses: %j', async (inputResponses) => {
    const { back, id } = await asked()
    expect((await back({ inputResponses })).error.code).toBe(bad)
    expect((await back({ inputResponses: { confirm: inputResponses } })).error.code).toBe(bad)
    expect(await stateOf(id)).toBe('waiting')
  })

  it('as an answer to nothing: the call is not made', async () => {
    const host = await createShopHost()
    const thing = await forSale()
    for (const name of ['buy', 'order']) {
      expect((await host.call(name, { thing }, says('accept'))).error.code).toBe(bad)
    }
    expect([await salesOf(thing), await countOf(host.caller.grantId)]).toEqual([0, 0])
  })

  it('where strangers took all places to wait, it is told how it stands, and may ask again', async () => {
    const { host, back, id } = await asked()
    const signal = new AbortController().signal
    const others = Array.from({ length: 250 }, (_, index) =>
      awaitDecision(
        { ...actions, isOpen: async () => true },
        { grantId: `g${index}`, id },
        { ms: 1500, signal },
      ),
    )
    const { result } = await back(says('accept'))
    expect(result).toMatchObject({
      resultType: 'complete',
      structuredContent: { status: 'pending', confirmationUrl: expect.stringContaining(id) },
    })
    expect((await Promise.all(others)).filter((waited) => !waited)).toHaveLength(50)
    expect(await host.approve(id)).toEqual({ status: 'done' })
    expect((await back(says('accept'))).result.structuredContent.status).toBe('done')
  })

  it('and accepting twenty times at once is no yes, and takes no more than its place', async () => {
    const { back, thing, id } = await asked()
    const told = await Promise.all(Array.from({ length: 20 }, () => back(says('accept'))))
    const codes = told.map(({ result }) => result._meta['latchkey/code'])
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(17)
    expect([await salesOf(thing), await stateOf(id)]).toEqual([0, 'waiting'])
    expect((await back(says('accept'))).result.resultType).toBe('input_required')
  })
})
