import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { bookStay } from './booking'
import { toCursor } from './cursor'
import { createTown, inDays, newAccountId } from './fixture'
import { type StaySearch, type StaySort, searchStays } from './search'

type Town = Awaited<ReturnType<typeof createTown>>
let here: Town
let inland: Town
let abroad: Town

const sorts: StaySort[] = ['recommended', 'price', 'rating']

beforeAll(async () => {
  // Many equal prices and ratings: ties are where pages lose or repeat a row.
  const houses = Array.from({ length: 23 }, (_, index) => ({
    rating: 40 + (index % 3),
    rooms: [
      { capacity: 2, basePrice: 10_000 + (index % 2) * 2_000 },
      { capacity: 4, basePrice: 30_000 },
    ],
  }))
  here = await createTown(houses, { subdivision: 'QX-AA', country: 'Nearland' })
  inland = await createTown([{}, {}], { subdivision: 'QX-BB', country: 'Nearland' })
  abroad = await createTown([{ rating: 50 }], { subdivision: 'QY-AA' })
})

afterAll(async () => {
  for (const town of [here, inland, abroad]) await town?.remove()
  await disconnect()
})

async function walk(search: StaySearch) {
  const stays = []
  for (let cursor: string | undefined, page = 0; page < 500; page += 1) {
    const found = await searchStays({ ...search, cursor })
    stays.push(...found.stays)
    cursor = found.nextCursor
    if (!cursor) return stays
  }
  throw new Error('the walk does not end')
}

describe('a person looks for a place to stay', () => {
  it.each(sorts)('and sees each stay of a town once, page by page, by %s', async (sort) => {
    const slugs = (await walk({ where: here.town, sort })).map((stay) => stay.slug)
    expect(slugs.sort()).toEqual([...here.slugs].sort())
    const dates = { checkIn: inDays(30), checkOut: inDays(33) }
    const free = (await walk({ where: here.town, sort, ...dates })).map((stay) => stay.slug)
    expect(free.sort()).toEqual([...here.slugs].sort())
  })

  it.each(sorts.flatMap((sort) => ['QX-AA', null].map((near) => [sort, near] as const)))(
    'and sees each stay of the world once, by %s, near %s',
    async (sort, near) => {
      const slugs = (await walk({ sort, near })).map((stay) => stay.slug)
      expect(new Set(slugs).size).toBe(slugs.length)
      for (const slug of [...here.slugs, ...inland.slugs, ...abroad.slugs]) {
        expect(slugs).toContain(slug)
      }
    },
  )

  it('and what is near comes first, then the country, then the rest', async () => {
    const slugs = (await walk({ near: 'qx-aa ' })).map((stay) => stay.slug)
    const places = (town: Town) => town.slugs.map((slug) => slugs.indexOf(slug))
    expect(Math.min(...places(inland))).toBeGreaterThan(Math.max(...places(here)))
    expect(slugs.indexOf(abroad.slug)).toBeGreaterThan(Math.max(...places(inland)))
  })

  it('and with a place named, where the person is does not matter', async () => {
    const near = await searchStays({ where: 'nearland', near: 'QX-BB' })
    expect(near).toEqual(await searchStays({ where: 'Nearland!' }))
  })

  it('and the order is the one asked for', async () => {
    const prices = (await walk({ where: here.town, sort: 'price' })).map((s) => s.pricePerNight)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
    const ratings = (await walk({ where: here.town, sort: 'rating' })).map((s) => s.rating)
    expect(ratings).toEqual([...ratings].sort((a, b) => b - a))
    expect(ratings[0]).toBe(4.2)
  })

  it('and pays no more than they said, for as many guests as they are', async () => {
    const cheap = await walk({ where: here.town, maxPrice: 10_000 })
    expect(cheap).toHaveLength(12)
    expect(await walk({ where: here.town, maxPrice: 9_999 })).toEqual([])
    const [family] = await walk({ where: here.town, guests: 3 })
    expect(family).toMatchObject({ pricePerNight: 30_000, maxGuests: 4 })
    expect(await walk({ where: here.town, guests: 5 })).toEqual([])
  })

  it('and a total is named only with dates', async () => {
    const [without] = (await searchStays({ where: abroad.town })).stays
    expect(without).toMatchObject({ pricePerNight: 10_000, city: abroad.town, rating: 5 })
    expect(without).not.toHaveProperty('totalPrice')
    const dates = { checkIn: inDays(10), checkOut: inDays(13) }
    const [dated] = (await searchStays({ where: abroad.town, ...dates })).stays
    expect(dated).toMatchObject({ pricePerNight: 10_000, totalPrice: 30_000 })
  })

  it('and a house that is full on one of the nights is not offered', async () => {
    const booked = { checkIn: inDays(51), checkOut: inDays(52) }
    const guest = { accountId: newAccountId(), guests: 1, actionId: null }
    await db().$transaction((tx) => bookStay(tx, { ...guest, ...booked, stay: abroad.slug }))
    const offered = async (checkIn: string, checkOut: string) =>
      (await searchStays({ where: abroad.town, checkIn, checkOut })).stays.length
    expect(await offered(inDays(50), inDays(53))).toBe(0)
    expect(await offered(inDays(49), inDays(51))).toBe(1)
    expect(await offered(inDays(52), inDays(54))).toBe(1)
  })
})

describe('an assistant asks oddly', () => {
  it('with one date only, or dates in the past, and is told which field to mend', async () => {
    await expect(searchStays({ checkIn: inDays(1) })).rejects.toMatchObject({
      code: 'invalid_request',
      fields: [{ field: 'checkOut' }],
    })
    const past = { checkIn: inDays(-9), checkOut: inDays(-8) }
    await expect(searchStays(past)).rejects.toMatchObject({ fields: [{ field: 'checkIn' }] })
  })

  it('with a forged cursor, and is told so', async () => {
    for (const cursor of ['x', toCursor(['price', 0, 0, 0, "'; --"]), toCursor([0, 1, 2, 3, 4])]) {
      await expect(searchStays({ cursor })).rejects.toMatchObject({
        code: 'invalid_request',
        fields: [{ field: 'cursor' }],
      })
    }
  })

  it('for the next page of another search, and gets an answer all the same', async () => {
    const { nextCursor: cursor } = await searchStays({ where: here.town, sort: 'price' })
    const other = await searchStays({ where: here.town, sort: 'rating', cursor })
    expect(other).toEqual(await searchStays({ where: here.town, sort: 'rating' }))
    const dates = { checkIn: inDays(30), checkOut: inDays(32) }
    await searchStays({ where: inland.town, sort: 'price', cursor, ...dates, near: 'QX-AA' })
  })

  it('with wildcards, quotes and control characters, and finds nothing wrong', async () => {
    for (const where of ["%'; DROP TABLE", '_'.repeat(99), 'nowhere\u0000', '\ud800 zzzz']) {
      expect(Array.isArray((await searchStays({ where })).stays)).toBe(true)
    }
    const near = "QX-AA' OR 1=1"
    expect(await searchStays({ near })).toEqual(await searchStays({ near: null }))
  })
})
