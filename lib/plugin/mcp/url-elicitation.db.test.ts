import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { canOpenPages, createShopHost, forSale } from '@/lib/testing/shop-host'
import { openShop, salesOf } from '@/lib/testing/toy-shop'
import { isSchemaHere, validatorOf } from '@/lib/testing/wire-schema'

beforeAll(openShop)
afterAll(disconnect)

/** A host that agreed on a revision; `session` is what it was given. */
async function agreed(capabilities: object = canOpenPages, protocolVersion = '2025-11-25') {
  const host = await createShopHost()
  const { headers } = await host.ask('initialize', { protocolVersion, capabilities })
  const session = headers.get('mcp-session-id')
  const buy = (thing: string, version = protocolVersion) =>
    host.ask('tools/call', { name: 'buy', arguments: { thing } }, { version, session })
  return { host, session, buy }
}

describe('a host of 2025-11-25 that can send its person to a page', () => {
  it('is told to by an error, whose text alone is enough; then the call is answered', async () => {
    const { host, buy } = await agreed()
    const thing = await forSale()
    const { status, error } = await buy(thing)
    const [elicitation] = error.data.elicitations
    const { elicitationId: id, url } = elicitation
    expect([status, error.code]).toEqual([200, -32042])
    expect(elicitation).toMatchObject({ mode: 'url', message: `Sell ${thing} for 100 cents.` })
    expect(url).toBe(`http://localhost:3000/confirm/${id}`)
    expect(error.message).toContain(`${url}: Sell ${thing} for 100 cents.`)
    expect(await host.approve(id)).toEqual({ status: 'done' })
    const { result } = await buy(thing)
    expect(result.structuredContent).toMatchObject({ status: 'done', thing })
    expect(await salesOf(thing)).toBe(1)
  })

  it('comes back before the person decided: it waits with them, and is asked no second time', async () => {
    const { host, buy } = await agreed()
    const thing = await forSale()
    const id = (await buy(thing)).error.data.elicitations[0].elicitationId
    expect((await buy(thing)).result.structuredContent.status).toBe('pending')
    const waits = buy(thing)
    await wait(100)
    await host.approve(id)
    expect((await waits).result.structuredContent.status).toBe('done')
    expect(await salesOf(thing)).toBe(1)
  })

  it.skipIf(!isSchemaHere('2025-11-25'))('is told so as the schema has it', async () => {
    const { buy } = await agreed()
    const { body } = await buy(await forSale())
    validatorOf('2025-11-25')('URLElicitationRequiredError', body)
  })
})

describe('there are no sessions:', () => {
  it('the id of one is letters that say nothing but what the client can', async () => {
    const [one, other] = [await agreed(), await agreed()]
    expect(one.session).toMatch(/^url\.[\da-f-]{36}$/)
    expect(other.session).not.toBe(one.session)
  })

  it.each([
    [{}, '2025-11-25'],
    [{ elicitation: {} }, '2025-11-25'],
    [{ elicitation: { form: {} } }, '2025-11-25'],
    [{ elicitation: { url: 'yes' } }, '2025-11-25'],
    [null, '2025-11-25'],
    [canOpenPages, '2025-06-18'],
    [canOpenPages, '2025-03-26'],
  ])('a client that says %j in %s is given none', async (capabilities, version) => {
    const { session, buy } = await agreed(capabilities as object, version)
    expect(session).toBeNull()
    const { result } = await buy(await forSale())
    expect(result.structuredContent.status).toBe('confirmation_required')
  })

  it.each(['2025-06-18', '2025-03-26'])('an id does nothing in %s', async (version) => {
    const { buy } = await agreed()
    const { result } = await buy(await forSale(), version)
    expect(result.structuredContent.status).toBe('confirmation_required')
  })

  it.each(['x', '', 'urlx', '0', 'f'.repeat(5_000)])(
    'an unknown id is as none: %j',
    async (session) => {
      const host = await createShopHost()
      const params = { name: 'buy', arguments: { thing: await forSale() } }
      const { result } = await host.ask('tools/call', params, { session })
      expect(result.structuredContent.status).toBe('confirmation_required')
    },
  )

  it('what a newer client brings back is not looked at', async () => {
    const host = await createShopHost()
    const more = { requestState: 'x', inputResponses: { confirm: { action: 'decline' } } }
    const params = { name: 'order', arguments: { thing: await forSale() }, ...more }
    expect((await host.ask('tools/call', params)).result.structuredContent.status).toBe('done')
  })
})
