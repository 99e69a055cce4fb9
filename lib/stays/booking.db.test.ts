import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { type Booking, bookStay } from './booking'
import { createTown, inDays, newAccountId } from './fixture'
import { searchStays } from './search'
import { getStay } from './stay'

type Town = Awaited<ReturnType<typeof createTown>>
let single: Town
let varied: Town
let pension: Town

beforeAll(async () => {
  single = await createTown([{ rooms: [{ capacity: 1, basePrice: 5_000 }] }])
  varied = await createTown([
    {
      rooms: [
        { capacity: 4, basePrice: 20_000 },
        { capacity: 2, basePrice: 10_000 },
        { capacity: 1, basePrice: 4_000 },
      ],
      monthPercent: [80, 83, 91, 97, 104, 111, 119, 117, 109, 101, 87, 113],
      weekdayPercent: [93, 95, 96, 98, 119, 123, 101],
    },
    { weekdayPercent: [100, 100, 100, 100, 150, 150, 100] },
    { monthPercent: [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112] },
  ])
  pension = await createTown([{ rooms: Array(5).fill({ capacity: 2, basePrice: 9_000 }) }])
})

afterAll(async () => {
  for (const town of [single, varied, pension]) await town?.remove()
  await disconnect()
})

type Wish = Pick<Booking, 'stay' | 'checkIn' | 'checkOut'> & Partial<Booking>

const patient = { maxWait: 60_000, timeout: 60_000 }
const book = (wish: Wish) =>
  db().$transaction(
    (tx) => bookStay(tx, { accountId: newAccountId(), guests: 1, actionId: null, ...wish }),
    patient,
  )

async function race(wishes: Wish[]) {
  const ends = await Promise.allSettled(wishes.map(book))
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  const booked = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  return { booked, refused }
}

describe('people book at the same moment', () => {
  it('a hundred want the only room: one gets it, ninety-nine are told', async () => {
    const dates = { checkIn: inDays(40), checkOut: inDays(43) }
    const { booked, refused } = await race(Array(100).fill({ stay: single.slug, ...dates }))
    expect(booked).toHaveLength(1)
    expect(refused).toHaveLength(99)
    for (const error of refused) {
      expect(error).toBeInstanceOf(PublicError)
      expect(error).toMatchObject({ code: 'conflict' })
    }
    expect(await db().reservation.count({ where: { stay: { slug: single.slug } } })).toBe(1)
    const nights = { room: { stay: { slug: single.slug } } }
    expect(await db().roomNight.count({ where: nights })).toBe(3)
  }, 120_000)

  it('twenty want one of five rooms, on dates that overlap: five get one each', async () => {
    const wishes = Array.from({ length: 20 }, (_, index) => ({
      ...{ stay: pension.slug, guests: 1 + (index % 2) },
      ...{ checkIn: inDays(60 + (index % 3)), checkOut: inDays(63) },
    }))
    const { booked, refused } = await race(wishes)
    expect(new Set(booked.map((reservation) => reservation.room)).size).toBe(5)
    expect([booked.length, refused.length]).toEqual([5, 15])
  }, 60_000)

  it('one person twice, with the same key: both get the same reservation', async () => {
    const same = { accountId: newAccountId(), actionId: newAccountId(), stay: pension.slug }
    const wish = { ...same, checkIn: inDays(80), checkOut: inDays(81) }
    const { booked } = await race([wish, wish, wish])
    expect(new Set(booked.map((reservation) => reservation.id)).size).toBe(1)
    expect(booked).toHaveLength(3)
    const stranger = { ...wish, accountId: newAccountId() }
    await expect(book(stranger)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a person pays the price they saw', () => {
  it.each([1, 2, 7, 30])('in the search, on the page and in the booking: %i nights', async (n) => {
    const [stay = ''] = varied.slugs
    const wish = { checkIn: inDays(20 + n), checkOut: inDays(20 + n + n), guests: 2 }
    const { stays } = await searchStays({ where: varied.town, ...wish, sort: 'price' })
    const found = stays.find((one) => one.slug === stay)
    const quote = await getStay(stay, wish)
    const reservation = await book({ stay, ...wish })
    expect(reservation).toMatchObject({ nights: n, guests: 2, room: 'Room 1', currency: 'EUR' })
    expect(reservation.totalPrice).toBeGreaterThan(7_000 * n)
    expect(found?.totalPrice).toBe(reservation.totalPrice)
    expect(quote?.totalPrice).toBe(reservation.totalPrice)
    expect(quote?.rooms[0]?.totalPrice).toBe(reservation.totalPrice)
    expect(found?.pricePerNight).toBe(Math.round(reservation.totalPrice / n))
    expect(quote?.pricePerNight).toBe(found?.pricePerNight)
  })

  it('and Friday and Saturday nights cost what the house asks for them', async () => {
    const [, stay = ''] = varied.slugs
    const week = { checkIn: inDays(100), checkOut: inDays(107) }
    expect((await getStay(stay, week))?.totalPrice).toBe(5 * 10_000 + 2 * 15_000)
    const weekday = new Date(`${inDays(100)}T00:00:00Z`).getUTCDay()
    const friday = 100 + ((5 - weekday + 7) % 7)
    const night = (day: number) =>
      getStay(stay, { checkIn: inDays(day), checkOut: inDays(day + 1) })
    expect((await night(friday - 1))?.totalPrice).toBe(10_000)
    expect((await night(friday))?.totalPrice).toBe(15_000)
    expect((await night(friday + 1))?.totalPrice).toBe(15_000)
    expect((await night(friday + 2))?.totalPrice).toBe(10_000)
  })

  it('and each night costs what its own month asks', async () => {
    const [, , stay = ''] = varied.slugs
    const nights = Array.from({ length: 30 }, (_, index) => inDays(110 + index))
    const price = (date: string) => 10_000 + 100 * Number(date.slice(5, 7))
    const total = nights.reduce((sum, date) => sum + price(date), 0)
    const month = await getStay(stay, { checkIn: inDays(110), checkOut: inDays(140) })
    expect(month?.totalPrice).toBe(total)
  })

  it('and gets the next room when the cheapest that fits is taken', async () => {
    const [stay = ''] = varied.slugs
    const wish = { checkIn: inDays(200), checkOut: inDays(202) }
    const rooms = []
    for (const _ of [1, 2, 3]) {
      const quote = await getStay(stay, wish)
      const reservation = await book({ stay, ...wish })
      expect(reservation.totalPrice).toBe(quote?.totalPrice)
      rooms.push(reservation.room)
    }
    expect(rooms).toEqual(['Room 2', 'Room 1', 'Room 0'])
    const full = await getStay(stay, wish)
    expect(full).toMatchObject({ rooms: [], pricePerNight: 4_000, maxGuests: 4 })
    expect(full).not.toHaveProperty('totalPrice')
    await expect(book({ stay, ...wish })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a person cannot book', () => {
  const dates = { checkIn: inDays(300), checkOut: inDays(302) }

  it('a stay that does not exist', async () => {
    for (const stay of ['no-such-stay', '', "x' OR 1=1", '\u0000']) {
      await expect(book({ stay, ...dates })).rejects.toMatchObject({ code: 'not_found' })
      expect(await getStay(stay)).toBeNull()
    }
  })

  it('for more guests than the largest room takes', async () => {
    await expect(book({ stay: varied.slug, ...dates, guests: 5 })).rejects.toMatchObject({
      code: 'invalid_request',
      message: expect.stringContaining('4 guests'),
      fields: [{ field: 'guests' }],
    })
  })

  it('dates that are wrong', async () => {
    const wrong = { checkIn: inDays(5), checkOut: inDays(5) }
    await expect(book({ stay: varied.slug, ...wrong })).rejects.toMatchObject({
      code: 'invalid_request',
      fields: [{ field: 'checkOut' }],
    })
  })
})
