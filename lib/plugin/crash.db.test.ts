import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import type { Crash } from '@/lib/testing/crash'
import {
  createToyCaller,
  createToyShop,
  idIn,
  openShop,
  pass,
  salesOf,
  setPrice,
} from '@/lib/testing/toy-shop'
import { nextMessage, startProcess } from '@/scripts/database/testing/process'
import { newActionId } from './action-id'
import { approve } from './decide'
import { look } from './look'
import type { Caller } from './operation'

const file = join(mkdtempSync(join(tmpdir(), 'parcels-')), 'sent')
const { ask, plugin, shipmentsOf } = createToyShop(file)

beforeAll(openShop)
afterAll(disconnect)

/** Another process does it, and is killed at that point. */
async function dieDoing(crash: Omit<Crash, 'file'>): Promise<void> {
  const { DATABASE_URL = '', DATABASE_EMBEDDED = '', APP_SECRET = '', DATA_DIR = '' } = process.env
  const env = { DATABASE_URL, DATABASE_EMBEDDED, APP_SECRET, DATA_DIR }
  const started = startProcess('lib/testing/crash.ts', { env })
  await nextMessage(started)
  const { scopes: _, ...caller } = crash.caller as Caller
  started.child.send({ ...crash, caller, file })
  await Promise.race([started.ended, nextMessage(started).catch(() => {})])
  expect([crash.die, started.child.signalCode]).toEqual([crash.die, 'SIGKILL'])
}

async function forSale(): Promise<string> {
  const thing = `thing-${newActionId()}`
  await setPrice(thing, 100)
  return thing
}

async function held(operation: string) {
  const caller = await createToyCaller()
  const thing = await forSale()
  const id = idIn(await ask(caller, operation, { thing }))
  const { accountId } = caller
  const page = await look(plugin, accountId, id)
  const seen = page?.now && 'seen' in page.now ? page.now.seen : ''
  return { crash: { caller, operation, thing, id, seen }, accountId, caller, thing, id, seen }
}

const stateOf = async (id: string) => (await db().action.findUnique({ where: { id } }))?.state

describe('a process dies doing what needs nobody’s yes', () => {
  it.each([
    ['before insert', 0],
    ['after insert', 0],
    ['before handler', 0],
    ['after handler', 0],
    ['after finish', 0],
    ['at the end', 1],
  ])('%s: it happened %i times, and once when it is asked for again', async (die, times) => {
    const caller = await createToyCaller()
    const thing = await forSale()
    await dieDoing({ die, act: 'ask', caller, operation: 'order', thing, key: 'k' })
    expect(await salesOf(thing)).toBe(times)
    // "Still being done", until the database has seen that the process is gone.
    const again = () => ask(caller, 'order', { thing }, { key: 'k' })
    expect((await vi.waitFor(again, { timeout: 10_000 })).status).toBe('done')
    expect(await salesOf(thing)).toBe(1)
  })
})

describe('a process dies asking for the person’s yes', () => {
  it.each(['before hold', 'after hold', 'at the end'])(
    '%s: nothing is done, and it waits',
    async (die) => {
      const caller = await createToyCaller()
      const thing = await forSale()
      await dieDoing({ die, act: 'ask', caller, operation: 'buy', thing })
      const { status, code } = await ask(caller, 'buy', { thing })
      expect([code, status]).toEqual([
        202,
        die === 'at the end' ? 'pending' : 'confirmation_required',
      ])
      expect(await db().action.count({ where: { grantId: caller.grantId } })).toBe(1)
      expect(await salesOf(thing)).toBe(0)
    },
  )
})

describe('a process dies when the person said yes', () => {
  it.each([
    ['after lock', 'waiting'],
    ['after findCaller', 'waiting'],
    ['before handler', 'waiting'],
    ['after handler', 'waiting'],
    ['after finish', 'waiting'],
    ['at the end', 'done'],
  ])('%s: it is %s, and neither lost nor done twice', async (die, state) => {
    const { crash, accountId, caller, thing, id, seen } = await held('buy')
    await dieDoing({ ...crash, die, act: 'approve' })
    expect([await stateOf(id), await salesOf(thing)]).toEqual([state, state === 'done' ? 1 : 0])
    expect(await approve(plugin, accountId, { id, seen })).toEqual({ status: 'done' })
    expect((await ask(caller, 'buy', { thing })).status).toBe('done')
    expect(await salesOf(thing)).toBe(1)
  })

  it.each(['before finish', 'after finish', 'at the end'])(
    'or no, %s: nothing is done',
    async (die) => {
      const { crash, id, thing } = await held('buy')
      await dieDoing({ ...crash, die, act: 'refuse' })
      expect(await stateOf(id)).toBe(die === 'at the end' ? 'refused' : 'waiting')
      expect(await salesOf(thing)).toBe(0)
    },
  )

  it.each(['before deliver', 'after deliver', 'at the end'])(
    'and the assistant asks, %s: it is told next time',
    async (die) => {
      const { crash, accountId, caller, thing, id, seen } = await held('buy')
      await approve(plugin, accountId, { id, seen })
      await dieDoing({ ...crash, die, act: 'ask' })
      expect(await ask(caller, 'buy', { thing })).toMatchObject({ status: 'done', thing })
      expect(await salesOf(thing)).toBe(1)
    },
  )
})

describe('a process dies doing something elsewhere', () => {
  it.each([
    ['before insert', 0, 'done'],
    ['after insert', 0, 'done'],
    ['before handler', 0, 'unknown'],
    ['after handler', 1, 'unknown'],
    ['after finish', 1, 'unknown'],
    ['at the end', 1, 'done'],
  ])(
    '%s: it happened %i times, is %s, and is not done again by itself',
    async (die, times, end) => {
      const caller = await createToyCaller()
      const thing = await forSale()
      await dieDoing({ die, act: 'ask', caller, operation: 'ship', thing })
      expect(shipmentsOf(thing)).toBe(times)
      if (end !== 'done') await pass(caller.grantId, '91 seconds')
      expect((await ask(caller, 'ship', { thing })).status).toBe(end)
      expect(shipmentsOf(thing)).toBe(end === 'done' ? 1 : times)
    },
  )

  it.each([
    ['after start', 0, 'waiting'],
    ['before handler', 0, 'running'],
    ['after handler', 1, 'running'],
    ['at the end', 1, 'done'],
  ])('that the person agreed to, %s: it happened %i times and is %s', async (die, times, state) => {
    const { crash, accountId, caller, thing, id, seen } = await held('wire')
    await dieDoing({ ...crash, die, act: 'approve' })
    expect([shipmentsOf(thing), await stateOf(id)]).toEqual([times, state])
    const again = await approve(plugin, accountId, { id, seen })
    if (state === 'running') {
      expect(again).toEqual({ status: 'running' })
      await pass(caller.grantId, '91 seconds')
      expect(await approve(plugin, accountId, { id, seen })).toEqual({ status: 'unknown' })
      expect((await ask(caller, 'wire', { thing })).status).toBe('unknown')
      expect(shipmentsOf(thing)).toBe(times)
    } else {
      expect(again).toEqual({ status: 'done' })
      expect(shipmentsOf(thing)).toBe(1)
    }
  })
})
