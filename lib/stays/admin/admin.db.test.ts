import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine as by } from '@/lib/audit/audit'
import { listAudit } from '@/lib/audit/list'
import { db, disconnect } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { bookStay } from '../booking'
import { createTown, inDays, newAccountId } from '../fixture'
import { quoteStay } from '../quote'
import { Reservation } from '../reservation-schema'
import { getReservation, listReservations } from '../reservations'
import { searchStays } from '../search'
import { getStay } from '../stay'
import { withReservationUrl } from '../urls'
import { cancelForHouse } from './cancel-for-house'
import { closeNights, listClosures, openNights } from './closing'
import { editRooms } from './edit-rooms'
import { editStay, offerStay, withdrawStay } from './edit-stay'
import { listReservationsForStaff } from './find-reservations'
import { getStayForStaff, listStays } from './find-stays'

let town: Awaited<ReturnType<typeof createTown>>
let pension: Awaited<ReturnType<typeof createTown>>

beforeAll(async () => {
  town = await createTown([{}, {}])
  pension = await createTown([{ rooms: Array(25).fill({ capacity: 2, basePrice: 9_000 }) }])
})

afterAll(async () => {
  for (const made of [town, pension]) await made?.remove()
  await disconnect()
})

const patient = { maxWait: 60_000, timeout: 60_000 }
const book = (stay: string, checkIn: number, accountId = newAccountId()) =>
  db().$transaction((tx) => {
    const dates = { checkIn: inDays(checkIn), checkOut: inDays(checkIn + 1) }
    return bookStay(tx, { accountId, stay, guests: 1, actionId: null, ...dates })
  }, patient)

const cancel = (id: string, reason: string) =>
  db().$transaction((tx) => cancelForHouse(tx, { id, reason, by }))

const house = async (slug: string) => {
  const found = await getStayForStaff(slug)
  if (!found) throw new Error('no house')
  return found
}

describe('closed nights', () => {
  it('are sold to none of fifty who book meanwhile, and name all who were first', async () => {
    const nights = { from: inDays(20), to: inDays(20) }
    const books = (count: number) =>
      Array.from({ length: count }, () => book(pension.slug, 20).catch((error) => error))
    const first = books(5)
    const closing = closeNights({ slug: pension.slug, roomIds: [], by, ...nights })
    const ends = await Promise.all([...first, ...books(45)])
    const closed = await closing
    expect(closed.reservations.length).toBeLessThan(25)
    const sold = await db().roomNight.findMany({
      where: { room: { stay: { slug: pension.slug } } },
    })
    expect(closed.reservations.toSorted()).toEqual(sold.map((one) => one.reservationId).toSorted())
    for (const end of ends) {
      if (end instanceof Error) expect(end).toMatchObject({ code: 'conflict' })
      else expect(closed.reservations).toContain(end.id)
    }
    await expect(book(pension.slug, 20)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('wait for who is booking one of them, and name what was booked', async () => {
    const nights = { from: inDays(22), to: inDays(22) }
    const dates = { checkIn: inDays(22), checkOut: inDays(23) }
    const guest = { accountId: newAccountId(), guests: 1, actionId: null }
    const { id, closing } = await db().$transaction(async (tx) => {
      const { id } = await bookStay(tx, { stay: pension.slug, ...guest, ...dates })
      const closing = closeNights({ slug: pension.slug, roomIds: [], by, ...nights })
      await setTimeout(300)
      return { id, closing }
    }, patient)
    expect((await closing).reservations).toEqual([id])
  })

  it('are gone for search, stay and quote alike, night by night, and come back', async () => {
    const [slug = ''] = town.slugs
    const wish = { checkIn: inDays(30), checkOut: inDays(33) }
    const isFree = async () => {
      const { stays } = await searchStays({ where: town.town, ...wish })
      const rooms = (await getStay(slug, wish))?.rooms.length
      const quoted = db().$transaction((tx) => quoteStay(tx, { stay: slug, guests: 1, ...wish }))
      const quote = await quoted.then(Boolean, () => false)
      return [stays.some((one) => one.slug === slug), rooms === 1, quote]
    }
    expect(await isFree()).toEqual([true, true, true])
    await closeNights({ slug, roomIds: [], by, from: inDays(32), to: inDays(34) })
    await closeNights({ slug, roomIds: [], by, from: inDays(35), to: inDays(35) })
    expect(await isFree()).toEqual([false, false, false])
    const { id } = await house(slug)
    expect(await listClosures(id)).toMatchObject([{ from: inDays(32), to: inDays(35) }])
    await openNights({ slug, roomIds: [], by, from: inDays(32), to: inDays(33) })
    expect(await isFree()).toEqual([true, true, true])
    expect(await listClosures(id)).toMatchObject([{ from: inDays(34), to: inDays(35) }])
  })

  it('are real dates to come, and of rooms of that house', async () => {
    const [slug = ''] = town.slugs
    const wrong = { from: '2027-02-30', to: '' }
    await expect(closeNights({ slug, roomIds: [], by, ...wrong })).rejects.toMatchObject({
      fields: [{ field: 'from' }, { field: 'to' }],
    })
    const nights = { from: inDays(50), to: inDays(51) }
    const [strange] = (await house(pension.slug)).rooms
    const closing = closeNights({ slug, roomIds: [String(strange?.id)], by, ...nights })
    await expect(closing).rejects.toMatchObject({ code: 'not_found' })
  })
})

/** As the person's app is answered. */
async function reservation(guest: string, id: string): Promise<Reservation> {
  const row = await getReservation(guest, id)
  if (!row) throw new Error('no reservation')
  return Reservation.parse(withReservationUrl('https://stays.example', row))
}

describe('a house', () => {
  it('is found and booked by nobody while it is withdrawn; what is booked stands', async () => {
    const [, slug = ''] = town.slugs
    const guest = newAccountId()
    const { id } = await book(slug, 5, guest)
    expect(await withdrawStay({ slug, version: (await house(slug)).version, by })).toBe(true)
    const { stays } = await searchStays({ where: town.town })
    expect(stays.map((one) => one.slug)).not.toContain(slug)
    expect(await getStay(slug)).toBeNull()
    await expect(book(slug, 8)).rejects.toMatchObject({ code: 'not_found' })
    const booked = await reservation(guest, id)
    expect(booked).toMatchObject({ status: 'confirmed', stay: slug })
    expect(booked.url).toBeUndefined()
    expect((await listStays({ q: town.town, state: 'withdrawn' }, {})).rows).toHaveLength(1)
    expect(await offerStay({ slug, version: (await house(slug)).version, by })).toBe(true)
    expect((await book(slug, 8)).status).toBe('confirmed')
    expect((await reservation(guest, id)).url).toBe(`https://stays.example/stays/${slug}`)
  })

  it('is changed by the first of two operators; the second is told', async () => {
    const [slug = ''] = town.slugs
    const { version, rooms } = await house(slug)
    const facts = { name: 'Casa', description: 'New.', address: '1 Rua', kind: 'hotel' }
    const seen = { slug, version, by }
    expect(await editStay({ ...facts, amenities: 'wifi, a  pool,wifi' }, seen)).toBe(true)
    expect(await editStay({ ...facts, name: 'Other', amenities: '' }, seen)).toBe(false)
    const [room] = rooms
    const typed = { [String(room?.id)]: { name: 'Big', capacity: 3, basePrice: 12_050 } }
    expect(await editRooms(typed, seen)).toBe(false)
    expect(await editRooms(typed, { ...seen, version: version + 1 })).toBe(true)
    expect(await getStay(slug)).toMatchObject({
      ...{ name: 'Casa', amenities: ['wifi', 'a pool'], maxGuests: 3 },
      rooms: [{ name: 'Big', maxGuests: 3, pricePerNight: 12_050 }],
    })
    const { rows } = await listAudit({ target: slug, act: 'stay.edited' }, {})
    expect(rows.map(({ before }) => before)).toMatchObject([{ name: 'House 0' }])
  })

  it('takes what is typed as data, and says what is wrong field by field', async () => {
    const [slug = ''] = town.slugs
    const { version } = await house(slug)
    const facts = { description: 'x', address: 'x', amenities: '' }
    const bad = { ...facts, name: 'x'.repeat(1_000_000), kind: 'castle' }
    await expect(editStay(bad, { slug, version, by })).rejects.toMatchObject({
      fields: [{ field: 'name' }, { field: 'kind' }],
    })
    const hidden = { ...facts, name: 'Ca\u202esa\u0000\u200b <b>', kind: 'hotel' }
    expect(await editStay(hidden, { slug, version, by })).toBe(true)
    expect((await house(slug)).name).toBe('Casa <b>')
  })
})

describe('a reservation that the house cancels', () => {
  it('frees the night, and the person reads why', async () => {
    const guest = newAccountId()
    const [slug = ''] = town.slugs
    const { id } = await book(slug, 60, guest)
    await expect(cancel(id, ' \u200b ')).rejects.toBeInstanceOf(PublicError)
    await expect(cancel(randomUUID(), 'x')).rejects.toMatchObject({ code: 'not_found' })
    expect(await cancel(id, 'Water\u202e damage')).toMatchObject({ accountId: guest })
    expect(await cancel(id, 'Again')).toBeNull()
    const { reservations } = await listReservations(guest)
    expect(reservations).toMatchObject([{ status: 'cancelled', cancelReason: 'Water damage' }])
    expect((await book(slug, 60)).status).toBe('confirmed')
    const { rows } = await listAudit({ target: id }, {})
    expect(rows).toMatchObject([{ act: 'reservation.cancelled', after: { status: 'cancelled' } }])
    expect(JSON.stringify(rows)).not.toContain('Water')
  })

  it('is found by operators through its house, city, status and arrival', async () => {
    const filter = { city: town.town.slice(0, 12).toUpperCase(), status: 'cancelled' }
    const list = (more: object) => listReservationsForStaff({ ...filter, ...more }, { size: 1 })
    expect((await list({})).rows).toMatchObject([{ stay: town.slugs[0] }])
    expect((await list({ from: inDays(61) })).rows).toEqual([])
    expect((await list({ to: inDays(59) })).rows).toEqual([])
    expect((await list({ stay: 'Casa', from: 'nonsense' })).rows).toHaveLength(1)
    expect((await list({ stay: '%' })).rows).toEqual([])
    const byArrival = (after: string | null) =>
      listReservationsForStaff({ city: town.town }, { sort: 'arrival', size: 1, after })
    const first = await byArrival(null)
    const second = await byArrival(first.next)
    expect(String(second.rows[0]?.checkIn) <= String(first.rows[0]?.checkIn)).toBe(true)
    expect(second.rows[0]?.id).not.toBe(first.rows[0]?.id)
  })
})
