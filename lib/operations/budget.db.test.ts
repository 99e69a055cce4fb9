import { afterAll, beforeAll, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { env } from '@/lib/env'
import { responseLimit } from '@/lib/plugin/answer'
import { call } from '@/lib/plugin/call'
import { ordinaryBudget, toTokens } from '@/lib/plugin/cost'
import { createTown, inDays, newAccountId } from '@/lib/stays/fixture'
import { seedStays } from '@/lib/stays/seed'
import { toSeedRows } from '@/lib/stays/seed/rows'
import { agreed } from '@/lib/testing/agreed'
import { catalog } from '.'

process.env.APP_ORIGIN = 'https://a-rather-long-name-of-a-site.example.com'

const accountId = newAccountId()
const caller = {
  ...{ accountId, clientId: 'c', grantId: 'g' },
  scopes: new Set(['reservations:read', 'reservations:write']),
}

/** How many tokens an operation answers with, and how many it may. */
async function measure(name: string, input: object) {
  const operation = catalog.operations.find((each) => each.name === name)
  if (!operation) throw new Error(`There is no ${name}.`)
  const { text } = await call({
    ...{ operation: agreed(operation), caller, input, region: null, actionId: crypto.randomUUID() },
    ...{ signal: new AbortController().signal, recorder: undefined, origin: env().origin },
  })
  expect(text.length).toBeLessThan(responseLimit)
  return { text, tokens: toTokens(text), budget: operation.budget ?? ordinaryBudget }
}

async function expectWithin(name: string, input: object): Promise<string> {
  const { text, tokens, budget } = await measure(name, input)
  expect([name, input, tokens, tokens <= budget]).toEqual([name, input, tokens, true])
  return text
}

let town: Awaited<ReturnType<typeof createTown>>
const [checkIn, checkOut] = [inDays(10), inDays(40)]

/** As much as anybody may write into each field, in a script whose characters cost a token each. */
const long = (length: number) =>
  '静かな海辺の宿で朝食と庭と猫が待っています'.repeat(60).slice(0, length * 2)

beforeAll(async () => {
  await seedStays()
  const rooms = Array.from({ length: 30 }, (_, room) => ({ capacity: 12, basePrice: 1e6 + room }))
  town = await createTown(Array.from({ length: 11 }, () => ({ rooms })))
  const where = { cityId: town.town }
  const written = { name: long(80), description: long(1000), address: long(160) }
  await db().stay.updateMany({ where, data: { ...written, amenities: Array(60).fill(long(40)) } })
  await db().room.updateMany({ where: { stay: where }, data: { name: long(60) } })
}, 120_000)

afterAll(async () => {
  await town.remove()
  await disconnect()
})

it('every operation keeps its budget on what is there', async () => {
  const { cities, stays } = toSeedRows()
  for (const { name } of cities)
    await expectWithin('searchStays', { where: name, checkIn, checkOut })
  const bySize = stays.toSorted((a, b) => b.description.length - a.description.length)
  for (const { slug } of bySize.slice(0, 20))
    await expectWithin('getStay', { slug, checkIn, checkOut })
})

it('every operation keeps its budget on the most that others can write', async () => {
  const [stay = ''] = town.slugs
  const inputs: Record<string, object> = {
    searchStays: { where: town.town, checkIn, checkOut, guests: 12 },
    getStay: { slug: stay, checkIn, checkOut, guests: 12 },
    bookStay: { stay, checkIn, checkOut, guests: 12 },
    listReservations: {},
  }
  let id = ''
  for (const name of ['searchStays', 'getStay', 'bookStay']) {
    const text = await expectWithin(name, inputs[name] ?? {})
    id ||= JSON.parse(text).reservation?.id ?? ''
  }
  for (let more = 0; more < 11; more += 1) await measure('bookStay', inputs.bookStay ?? {})
  const { reservations, nextCursor } = JSON.parse(await expectWithin('listReservations', {}))
  expect([reservations.length, typeof nextCursor]).toEqual([10, 'string'])
  await expectWithin('getReservation', { id })
  await expectWithin('cancelReservation', { id })
  const measured = [...Object.keys(inputs), 'getReservation', 'cancelReservation']
  expect(measured.sort()).toEqual(catalog.operations.map(({ name }) => name).sort())
})
