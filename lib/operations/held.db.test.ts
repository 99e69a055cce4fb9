import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { approveAction, listAskChoices, lookAt, setAskRule } from '@/lib/held-actions'
import { createKey } from '@/lib/keys/keys'
import { createTown, inDays } from '@/lib/stays/fixture'
import * as linking from '@/lib/testing/link'
import { createPerson } from '@/lib/testing/people'
import { sayYes } from '@/lib/testing/say-yes'
import { serveEndpoints } from '@/lib/testing/serve'

serveEndpoints()

let town: Awaited<ReturnType<typeof createTown>>
beforeAll(async () => {
  town = await createTown([{ rooms: [{ capacity: 2, basePrice: 10_000 }] }])
})
afterAll(() => town?.remove())

let nextDay = 20

async function connect() {
  const person = await createPerson()
  const { access } = await linking.link(person, await linking.createClient())
  nextDay += 3
  const dates = { checkIn: inDays(nextDay), checkOut: inDays(nextDay + 2) }
  const wish = { stay: town.slug, guests: 2, ...dates }
  return { person, access, wish }
}

async function post(token: string, path: string, body: unknown, headers = {}) {
  const response = await linking.callApi(token, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { code: response.status, ...(await response.json()) }
}

const book = (token: string, wish: object, headers = {}) =>
  post(token, '/api/reservations', wish, headers)

const idIn = (url: string) => new URL(url).pathname.split('/').pop() ?? ''

describe('booking by an assistant', () => {
  it('waits for the person, who sees exactly what is booked then', async () => {
    const { person, access, wish } = await connect()
    const told = await book(access, wish)
    expect(told).toMatchObject({ code: 202, status: 'confirmation_required' })
    expect(told.confirmationUrl).toMatch(`${env().origin}/confirm/`)
    expect(told.message).toMatch(/Book Room 0 at House 0 in town.*for €200\.00\.$/)
    const page = await lookAt(person.id, idIn(told.confirmationUrl))
    expect(page).toMatchObject({
      ...{ summary: 'Book a stay', app: expect.stringContaining('ChatGPT') },
      now: { differences: [], confirmation: { amount: { minor: 20_000, currency: 'EUR' } } },
    })
    expect(page?.shown?.facts).toContainEqual(['Price', '€200.00'])
    expect(page?.shown?.terms).toContain('cancel')
    expect(await sayYes(person.id)).toEqual(['done'])
    expect(await book(access, wish)).toMatchObject({
      ...{ code: 200, status: 'done' },
      reservation: { room: 'Room 0', totalPrice: 20_000, checkIn: wish.checkIn },
    })
    expect(await db().reservation.count({ where: { accountId: person.id } })).toBe(1)
  })

  it('at a price that rose meanwhile is not booked before the person saw the new one', async () => {
    const { person, access, wish } = await connect()
    const id = idIn((await book(access, wish)).confirmationUrl)
    const before = await lookAt(person.id, id)
    const seen = before?.now && 'seen' in before.now ? before.now.seen : ''
    const price = (basePrice: number) =>
      db().room.updateMany({ where: { stay: { slug: town.slug } }, data: { basePrice } })
    await price(15_000)
    expect(await approveAction(person.id, id, seen)).toEqual({ status: 'changed' })
    expect((await lookAt(person.id, id))?.now).toMatchObject({
      differences: [{ label: 'Price', before: '€200.00', now: '€300.00' }],
    })
    expect(await db().reservation.count({ where: { accountId: person.id } })).toBe(0)
    await sayYes(person.id)
    await price(10_000)
    expect((await book(access, wish)).reservation.totalPrice).toBe(30_000)
  })

  it('of a room that somebody else got first is impossible in plain words', async () => {
    const [one, other] = [await connect(), await connect()]
    const id = idIn((await book(one.access, one.wish)).confirmationUrl)
    await book(other.access, one.wish)
    await sayYes(other.person.id)
    expect((await lookAt(one.person.id, id))?.now).toMatchObject({
      impossible: expect.stringContaining('No room is free'),
    })
    expect(await sayYes(one.person.id)).toEqual(['impossible'])
    expect(await book(one.access, { ...one.wish, guests: 1 })).toMatchObject({ code: 'conflict' })
  })

  it('may be left to the app by the person; cancelling may not', async () => {
    const { person, access, wish } = await connect()
    const [grant] = await db().grant.findMany({ where: { accountId: person.id } })
    const grantId = String(grant?.id)
    const app = { mode: 'app', above: null, currency: null } as const
    const set = (operation: string, id = person.id) =>
      setAskRule(id, grantId, { operation, rule: app })
    expect(await set('cancelReservation')).toBe(false)
    expect(await set('searchStays')).toBe(false)
    expect(await set('bookStay', (await createPerson()).id)).toBe(false)
    expect(await set('bookStay')).toBe(true)
    expect(await listAskChoices(person.id, grantId)).toMatchObject([
      { operation: 'bookStay', modes: ['always', 'above', 'app'], rule: { mode: 'app' } },
      { operation: 'cancelReservation', modes: ['always'], rule: null },
    ])
    const { code, reservation } = await book(access, wish)
    expect(code).toBe(200)
    const path = `/api/reservations/${reservation.id}/cancel`
    expect((await post(access, path, {})).code).toBe(202)
    expect(await sayYes(person.id)).toEqual(['done'])
    expect((await post(access, path, {})).reservation.status).toBe('cancelled')
    expect(await post(access, path, {})).toMatchObject({ code: 'conflict' })
  })

  it('by a key that the person made waits like any other', async () => {
    const { person, wish } = await connect()
    const made = await createKey(
      person.id,
      { name: 'My agent', scopes: ['reservations:write'], days: 30 },
      ['reservations:write'],
    )
    const key = 'key' in made ? made.key : ''
    const { code, confirmationUrl } = await book(key, wish)
    expect(code).toBe(202)
    expect((await lookAt(person.id, idIn(confirmationUrl)))?.app).toBe('My agent')
    expect(await sayYes(person.id)).toEqual(['done'])
    expect((await book(key, wish)).code).toBe(200)
  })
})

describe('the header Idempotency-Key', () => {
  it('is let through to pages of other origins', async () => {
    const response = await fetch(`${env().origin}/api/reservations`, { method: 'OPTIONS' })
    expect(response.headers.get('access-control-allow-headers')).toContain('idempotency-key')
  })

  it('is refused when it is no key, and with another body', async () => {
    const { access, wish } = await connect()
    for (const key of ['x'.repeat(10_000), 'schl\u00fcssel', '']) {
      const refused = await book(access, wish, { 'idempotency-key': key })
      expect(refused).toMatchObject({ status: 400, code: 'invalid_request' })
    }
    expect((await book(access, wish, { 'idempotency-key': '"k"' })).code).toBe(202)
    const other = await book(access, { ...wish, guests: 1 }, { 'idempotency-key': 'k' })
    expect(other).toMatchObject({ status: 422, code: 'idempotency_mismatch' })
  })
})
