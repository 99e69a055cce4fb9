import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { actions } from '@/lib/confirmations/actions'
import { db, disconnect } from '@/lib/data/db'
import { createToyCaller, createToyShop, openShop, pass, salesOf } from '@/lib/testing/toy-shop'
import { newActionId } from './action-id'
import { call } from './call'

const { ask, plugin } = createToyShop(join(tmpdir(), 'never-written'))

beforeAll(openShop)
afterAll(disconnect)

const some = (name = 'thing') => `${name}-${newActionId()}`

const rowsOf = (grantId: string) => db().action.findMany({ where: { grantId } })

describe('the same write', () => {
  it('asked for a thousand times at once is one row, one effect, and one answer for all', async () => {
    const caller = await createToyCaller()
    const thing = some()
    const many = inject('database').embedded ? 50 : 1000
    const answers = await Promise.all(
      Array.from({ length: many }, () => ask(caller, 'order', { thing })),
    )
    expect(await salesOf(thing)).toBe(1)
    expect(await rowsOf(caller.grantId)).toHaveLength(1)
    expect(new Set(answers.map(({ status, thing }) => `${status} ${thing}`))).toEqual(
      new Set([`done ${thing}`]),
    )
  }, 120_000)

  it('with a key, a thousand times at once, is one effect; some are told to come again', async () => {
    const caller = await createToyCaller()
    const thing = some('slow')
    const many = inject('database').embedded ? 50 : 1000
    const ends = await Promise.allSettled(
      Array.from({ length: many }, () => ask(caller, 'order', { thing }, { key: '"one"' })),
    )
    expect(await salesOf(thing)).toBe(1)
    for (const end of ends) {
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'in_progress' })
      else
        expect(end.value).toEqual({ code: 200, status: 'done', message: `Sold ${thing}.`, thing })
    }
    expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true)
    const told = ends.filter(({ status }) => status === 'rejected').length
    if (!inject('database').embedded) expect(told).toBeGreaterThan(0)
  }, 120_000)

  it('is answered with the first result and a note for a minute, then it is a new one', async () => {
    const caller = await createToyCaller()
    const thing = some()
    expect((await ask(caller, 'order', { thing })).message).toBe(`Sold ${thing}.`)
    const { message } = await ask(caller, 'order', { thing })
    expect(message).toMatch(/^Sold .*\. This was done at \d\d:\d\d UTC; .*again: true\.$/)
    expect(await salesOf(thing)).toBe(1)
    await pass(caller.grantId, '59 seconds')
    await ask(caller, 'order', { thing })
    expect(await salesOf(thing)).toBe(1)
    await pass(caller.grantId, '2 seconds')
    expect((await ask(caller, 'order', { thing })).message).toBe(`Sold ${thing}.`)
    expect(await salesOf(thing)).toBe(2)
  })

  it('is made once more with again: true, and a retry of that is not a third', async () => {
    const caller = await createToyCaller()
    const thing = some()
    await ask(caller, 'order', { thing })
    expect((await ask(caller, 'order', { thing, again: true })).message).toBe(`Sold ${thing}.`)
    expect(await salesOf(thing)).toBe(2)
    const { message } = await ask(caller, 'order', { thing, again: true })
    expect(message).toContain('wait a minute for another')
    expect((await ask(caller, 'order', { thing, again: false })).status).toBe('done')
    expect(await salesOf(thing)).toBe(2)
    await pass(caller.grantId, '61 seconds')
    await ask(caller, 'order', { thing, again: true })
    expect(await salesOf(thing)).toBe(3)
  })

  it('of another connection, or with another input, is another', async () => {
    const [one, other] = [await createToyCaller(), await createToyCaller()]
    const thing = some()
    for (const caller of [one, other]) await ask(caller, 'order', { thing }, { key: 'k' })
    await ask(one, 'order', { thing: `${thing}!` })
    expect([await salesOf(thing), await salesOf(`${thing}!`)]).toEqual([2, 1])
  })

  it('that is normal to repeat is done each time, but once for each key', async () => {
    const caller = await createToyCaller()
    const thing = some()
    for (const _ of [1, 2, 3]) await ask(caller, 'stamp', { thing })
    expect(await salesOf(thing)).toBe(3)
    for (const _ of [1, 2, 3]) await ask(caller, 'stamp', { thing }, { key: 'k' })
    expect(await salesOf(thing)).toBe(4)
  })

  it('that failed leaves nothing, and may be tried again', async () => {
    const caller = await createToyCaller()
    const [soldOut, broken] = [some('sold-out'), some('broken')]
    for (const key of [null, 'k', 'k']) {
      await expect(ask(caller, 'order', { thing: soldOut }, { key })).rejects.toThrow('sold out')
    }
    await expect(ask(caller, 'order', { thing: broken })).rejects.toThrow('secret')
    expect(await rowsOf(caller.grantId)).toEqual([])
    expect(await salesOf(soldOut)).toBe(0)
  })

  it('whose client went away before the answer is told for a day, whatever the clock says', async () => {
    const caller = await createToyCaller()
    const thing = some('slow')
    const client = new AbortController()
    const asking = ask(caller, 'order', { thing }, { signal: client.signal })
    setTimeout(() => client.abort(), 50)
    await asking
    await pass(caller.grantId, '1 hour')
    expect((await ask(caller, 'order', { thing })).message).toBe(`Sold ${thing}.`)
    expect(await salesOf(thing)).toBe(1)
  })
})

describe('an idempotency key', () => {
  it('brings the stored answer back for a day, whoever asks in whatever order of fields', async () => {
    const caller = await createToyCaller()
    const thing = some()
    const told = await ask(caller, 'order', { thing }, { key: '"a-key"' })
    await pass(caller.grantId, '23 hours')
    expect(await ask(caller, 'order', { again: true, thing }, { key: 'a-key' })).toEqual(told)
    expect(await salesOf(thing)).toBe(1)
    await pass(caller.grantId, '2 hours')
    await ask(caller, 'order', { thing }, { key: 'a-key' })
    expect(await salesOf(thing)).toBe(2)
  })

  it('does not stand for two different calls', async () => {
    const caller = await createToyCaller()
    const thing = some()
    await ask(caller, 'order', { thing }, { key: 'k' })
    const other = { code: 'idempotency_mismatch' }
    const changed = ask(caller, 'order', { thing: `${thing}!` }, { key: 'k' })
    await expect(changed).rejects.toMatchObject(other)
    await expect(ask(caller, 'stamp', { thing }, { key: 'k' })).rejects.toMatchObject(other)
    expect([await salesOf(thing), await salesOf(`${thing}!`)]).toEqual([1, 0])
  })

  it.each([['x'.repeat(10_000)], ['schlüssel'], ['\u0000'], [7]])('is not %j', async (key) => {
    const caller = await createToyCaller()
    const wrong = ask(caller, 'order', { thing: 'nothing' }, { key })
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_request' })
    expect(await rowsOf(caller.grantId)).toEqual([])
  })
})

it('costs two statements more than the write itself', async () => {
  const caller = await createToyCaller()
  const made = { caller, recorder: undefined, region: null, origin: 'http://localhost:3000' }
  const signal = new AbortController().signal
  const count = async (known: typeof actions | undefined) => {
    const statements = vi.spyOn(pg.Client.prototype, 'query')
    const operation = plugin.catalog.operations.find(({ name }) => name === 'order')
    if (!operation) throw new Error('no operation')
    const input = { thing: some() }
    await call({ ...made, operation, input, signal, actions: known, actionId: newActionId() })
    const { length } = statements.mock.calls
    statements.mockRestore()
    return length
  }
  await count(actions)
  expect((await count(actions)) - (await count(undefined))).toBe(2)
})

describe('what is kept', () => {
  it('says neither what was asked for nor what came of it', async () => {
    const caller = await createToyCaller()
    const thing = some('secret')
    await ask(caller, 'order', { thing }, { key: 'my-key' })
    expect(JSON.stringify(await rowsOf(caller.grantId))).not.toMatch(/secret|my-key/)
  })
})
