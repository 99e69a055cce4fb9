import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { asked, createShopHost, forSale, says } from '@/lib/testing/shop-host'
import { openShop, pass, salesOf } from '@/lib/testing/toy-shop'
import { isSchemaHere, validatorOf } from '@/lib/testing/wire-schema'

beforeAll(openShop)
afterAll(disconnect)

const stateOf = async (id: string) => (await db().action.findUnique({ where: { id } }))?.state
const countOf = (grantId: string) => db().action.count({ where: { grantId } })

describe('a host that can send its person to a page', () => {
  it('is told to, with the sentence and the address, and nothing is done', async () => {
    const { thing, id, result } = await asked()
    const url = `http://localhost:3000/confirm/${id}`
    const message = `Sell ${thing} for 100 cents.`
    expect(result).toMatchObject({
      resultType: 'input_required',
      inputRequests: {
        confirm: { method: 'elicitation/create', params: { mode: 'url', message, url } },
      },
    })
    expect(result).not.toHaveProperty('content')
    expect([await salesOf(thing), await stateOf(id)]).toEqual([0, 'waiting'])
  })

  it.skipIf(!isSchemaHere('2026-07-28'))('is told so as the schema has it', async () => {
    const { result, back } = await asked()
    const validate = validatorOf('2026-07-28')
    validate('InputRequiredResult', result)
    const { body } = await back(says('accept'))
    validate('InputRequiredResult', body.result)
    validate('CallToolResultResponse', body)
    validate('CallToolResult', (await back(says('decline'))).result)
  })

  it('comes back while the person decides, and is answered when they said yes', async () => {
    const { host, thing, id, back } = await asked()
    const waits = back(says('accept'))
    await wait(100)
    expect(await host.approve(id)).toEqual({ status: 'done' })
    const { result } = await waits
    expect(result).toMatchObject({ resultType: 'complete', structuredContent: { status: 'done' } })
    expect(await salesOf(thing)).toBe(1)
  })

  it('or no', async () => {
    const { host, id, back } = await asked()
    const waits = back(says('accept'))
    await wait(100)
    await host.refuse(id)
    expect((await waits).result.structuredContent.status).toBe('refused')
  })

  it('is not asked again while the person is on the page, and in the end told that it waits', async () => {
    const { host, thing, id, back } = await asked()
    let { result } = await back(says('accept'))
    expect(result).toMatchObject({ resultType: 'input_required' })
    expect(result).not.toHaveProperty('inputRequests')
    const more = () => host.call('buy', { thing }, { requestState: result.requestState })
    let rounds = 0
    while (result.resultType === 'input_required') {
      rounds += 1
      ;({ result } = await more())
    }
    expect(rounds).toBeLessThan(5)
    expect(result).toMatchObject({ structuredContent: { status: 'pending' } })
    await host.approve(id)
    expect((await more()).result.structuredContent.status).toBe('done')
  })

  it('says that the person declined: it is refused, and stays so', async () => {
    const { host, thing, id, back } = await asked()
    const { status, message } = (await back(says('decline'))).result.structuredContent
    expect([status, message]).toEqual(['refused', 'The person said no. Nothing was done.'])
    expect(await stateOf(id)).toBe('refused')
    expect((await back(says('accept'))).result.structuredContent.status).toBe('refused')
    expect((await host.call('buy', { thing })).result.structuredContent.status).toBe('refused')
    expect(await salesOf(thing)).toBe(0)
  })

  it('says that the person closed the question: it waits, and the page still takes a yes', async () => {
    const { host, thing, id, back } = await asked()
    const { result } = await back(says('cancel'))
    expect(result).toMatchObject({
      resultType: 'complete',
      structuredContent: { status: 'pending' },
    })
    expect(result.structuredContent.confirmationUrl).toContain(id)
    expect(await host.approve(id)).toEqual({ status: 'done' })
    expect((await back(says('cancel'))).result.structuredContent.status).toBe('done')
    expect(await salesOf(thing)).toBe(1)
  })

  it.each([undefined, {}, { other: { action: 'accept' } }])(
    'is asked again when it brings no answer: %j',
    async (inputResponses) => {
      const { back, result } = await asked()
      const again = (await back(inputResponses ? { inputResponses } : {})).result
      expect(again.inputRequests).toEqual(result.inputRequests)
    },
  )

  it('comes back too late: the answer is no new action, however old the first', async () => {
    const { host, thing, id, back } = await asked()
    await host.approve(id)
    expect((await back(says('accept'))).result.structuredContent.status).toBe('done')
    await pass(host.caller.grantId, '5 minutes')
    const late = (await back(says('accept'))).result.structuredContent
    expect(late).toMatchObject({ status: 'done', thing })
    await pass(host.caller.grantId, '25 hours')
    expect((await back(says('accept'))).result._meta['latchkey/code']).toBe('not_found')
    expect([await salesOf(thing), await countOf(host.caller.grantId)]).toEqual([1, 1])
  })

  it('and nobody answers for a day', async () => {
    const { host, back } = await asked()
    await pass(host.caller.grantId, '24 hours')
    const { status, message } = (await back(says('accept'))).result.structuredContent
    expect([status, message]).toEqual(['failed', 'Nobody answered in time. Nothing was done.'])
  })

  it.each([{}, { elicitation: {} }, { elicitation: { form: {} } }, { elicitation: { url: true } }])(
    'is no host that says %j: it gets the result that all understand',
    async (capabilities) => {
      const host = await createShopHost()
      const { result } = await host.call('buy', { thing: await forSale() }, {}, capabilities)
      expect(result.resultType).toBe('complete')
      expect(result.structuredContent.status).toBe('confirmation_required')
    },
  )
})
