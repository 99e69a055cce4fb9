import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { bookStay } from './booking'
import { cancelReservation } from './cancellation'
import { toCursor } from './cursor'
import { createTown, inDays, newAccountId } from './fixture'
import { getReservation, listReservations } from './reservations'
import { getStay } from './stay'

let town: Awaited<ReturnType<typeof createTown>>

beforeAll(async () => {
  town = await createTown([{}, { rooms: Array(3).fill({ capacity: 2, basePrice: 8_000 }) }])
})

afterAll(async () => {
  await town?.remove()
  await disconnect()
})

const book = (accountId: string, checkIn: number, stay = town.slug) =>
  db().$transaction((tx) =>
    bookStay(tx, {
      ...{ accountId, stay, guests: 2, actionId: null },
      ...{ checkIn: inDays(checkIn), checkOut: inDays(checkIn + 2) },
    }),
  )

const cancel = (accountId: string, id: string) =>
  db().$transaction((tx) => cancelReservation(tx, accountId, id))

describe('a person looks at their reservations', () => {
  it('and sees what was booked, field by field', async () => {
    const guest = newAccountId()
    const reservation = await book(guest, 10)
    expect(reservation).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f]{16}$/), stay: town.slug, stayName: 'House 0' },
      ...{ city: town.town, checkIn: inDays(10), checkOut: inDays(12), nights: 2, guests: 2 },
      ...{
        room: 'Room 0',
        totalPrice: 20_000,
        currency: 'EUR',
        status: 'confirmed',
        isOffered: true,
      },
    })
    expect(await getReservation(guest, reservation.id)).toEqual(reservation)
    expect(await listReservations(guest)).toEqual({ reservations: [reservation] })
  })

  it('and none of another person’s', async () => {
    const owner = newAccountId()
    const { id } = await book(owner, 20)
    const stranger = newAccountId()
    expect(await getReservation(stranger, id)).toBeNull()
    expect(await listReservations(stranger)).toEqual({ reservations: [] })
    await expect(cancel(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await getReservation(owner, id)).toMatchObject({ status: 'confirmed' })
  })

  it('and turns the pages, the latest check-in first, each reservation once', async () => {
    const guest = newAccountId()
    const [, pension] = town.slugs
    const days = Array.from({ length: 9 }, (_, index) => 30 + index * 2)
    for (const day of days) {
      for (const _ of [1, 2, 3]) await book(guest, day, pension)
    }
    const first = await listReservations(guest)
    const second = await listReservations(guest, { cursor: first.nextCursor })
    const third = await listReservations(guest, { cursor: second.nextCursor })
    const sizes = [first, second, third].map((page) => page.reservations.length)
    expect(sizes).toEqual([10, 10, 7])
    expect(third.nextCursor).toBeUndefined()
    const all = [first, second, third].flatMap((page) => page.reservations)
    expect(new Set(all.map((reservation) => reservation.id)).size).toBe(27)
    const checkIns = all.map((reservation) => reservation.checkIn)
    expect(checkIns).toEqual([...checkIns].sort().reverse())
  })

  it('and a forged cursor is refused', async () => {
    for (const cursor of ['x', toCursor(['infinity', '']), toCursor(['2026-02-30', 'a'])]) {
      await expect(listReservations('anyone', { cursor })).rejects.toMatchObject({
        code: 'invalid_request',
        fields: [{ field: 'cursor' }],
      })
    }
  })
})

describe('a person cancels', () => {
  it('and the room is free for others, and cancelling again changes nothing', async () => {
    const guest = newAccountId()
    const { id } = await book(guest, 70)
    await expect(book(newAccountId(), 71)).rejects.toMatchObject({ code: 'conflict' })

    const cancelled = await cancel(guest, id)
    expect(cancelled.status).toBe('cancelled')
    const { cancelledAt } = await db().reservation.findUniqueOrThrow({ where: { id } })
    const dates = { checkIn: inDays(70), checkOut: inDays(72) }
    expect((await getStay(town.slug, dates))?.rooms).toHaveLength(1)

    const next = await book(newAccountId(), 71)
    expect(await cancel(guest, id)).toEqual(cancelled)
    expect((await db().reservation.findUniqueOrThrow({ where: { id } })).cancelledAt).toEqual(
      cancelledAt,
    )
    expect(await db().roomNight.count({ where: { reservationId: next.id } })).toBe(2)
  })

  it('too late, when the stay has begun, and is told so', async () => {
    const guest = newAccountId()
    const { id } = await book(guest, 90)
    const long = new Date(`${inDays(-5)}T00:00:00Z`)
    await db().reservation.update({ where: { id }, data: { checkIn: long } })
    await expect(cancel(guest, id)).rejects.toMatchObject({ code: 'conflict' })
    expect(await db().roomNight.count({ where: { reservationId: id } })).toBe(2)
  })

  it('something that does not exist', async () => {
    for (const id of ['nothing', '', '\u0000']) {
      await expect(cancel(newAccountId(), id)).rejects.toMatchObject({ code: 'not_found' })
      expect(await getReservation('anyone', id)).toBeNull()
    }
  })
})
