import { z } from 'zod'
import { query } from '@/lib/data/db'
import { fromCursor, toCursor } from './cursor'
import { toStayDates } from './dates'
import { freeRooms, nights } from './offers'
import { toPlacePatterns } from './place'
import type { StaySummaryRow } from './urls'

export type StaySort = 'recommended' | 'price' | 'rating'

export type StaySearch = {
  /** City, region, country or a code of one; all words must match. */
  where?: string
  checkIn?: string
  checkOut?: string
  guests?: number
  /** Minor units per night. */
  maxPrice?: number
  sort?: StaySort
  cursor?: string
  /** Where the person is, ISO 3166-2: what is near comes first when `where` is not given. */
  near?: string | null
}

export type StayPage = { stays: StaySummaryRow[]; nextCursor?: string }

const pageSize = 10

export async function searchStays(search: StaySearch): Promise<StayPage> {
  const { sort = 'recommended', guests = 1 } = search
  const dates = toStayDates(search)
  const where = toPlacePatterns(search.where ?? '')
  const near = where.length === 0 ? toSubdivision(search.near) : null
  const found = await query<FoundStay>('search_stays', searchSql, [
    dates?.checkIn ?? null,
    dates?.checkOut ?? null,
    guests,
    where,
    near,
    sort,
    search.maxPrice ?? null,
    ...startOf(search.cursor, sort),
  ])
  const stays = found.slice(0, pageSize)
  const last = found.length > pageSize ? stays.at(-1) : undefined
  return {
    stays: stays.map((stay) => toSummary(stay, dates !== null)),
    ...(last && { nextCursor: toCursor([sort, last.tier, last.first, last.second, last.id]) }),
  }
}

// `recommended` weighs a tenth of a star like 40 units of currency a night.
const searchSql = `
  WITH ${nights},
  offer AS (
    SELECT stay.id, stay.slug, stay.name, stay.kind::text, city.name AS city, city.region,
      city.country, stay.rating, stay.currency, room.total, room."pricePerNight",
      CASE WHEN $5::text IS NULL OR city.subdivision = $5 THEN 0
        WHEN city."countryCode" = split_part($5, '-', 1) THEN 1 ELSE 2 END AS tier
    FROM "City" AS city
    JOIN "Stay" AS stay ON stay."cityId" = city.id
    CROSS JOIN LATERAL (${freeRooms} LIMIT 1) AS room
    WHERE city.place LIKE ALL ($4::text[])
  ),
  ranked AS (
    SELECT *,
      CASE $6::text WHEN 'price' THEN "pricePerNight" WHEN 'rating' THEN -rating
        ELSE "pricePerNight" / 1000 - rating * 4 END AS first,
      CASE $6::text WHEN 'price' THEN -rating ELSE "pricePerNight" END AS second
    FROM offer
    WHERE "pricePerNight" <= coalesce($7::numeric, "pricePerNight")
  )
  SELECT *, (SELECT max(capacity) FROM "Room" WHERE "stayId" = ranked.id) AS "maxGuests"
  FROM ranked
  WHERE (tier, first, second, id) > ($8::int, $9::int, $10::int, $11::text)
  ORDER BY tier, first, second, id
  LIMIT ${pageSize + 1}`

type FoundStay = Omit<StaySummaryRow, 'totalPrice'> & Rank & { id: string; total: number }
type Rank = { tier: number; first: number; second: number }

function toSummary(found: FoundStay, priced: boolean): StaySummaryRow {
  const { id: _, tier, first, second, total, rating, ...stay } = found
  return { ...stay, rating: rating / 10, ...(priced && { totalPrice: total }) }
}

const Position = z.tuple([
  z.string(),
  z.int32(),
  z.int32(),
  z.int32(),
  z.string().regex(/^[\w-]*$/),
])
const top = [-1, 0, 0, ''] as const

// A cursor of another order would point nowhere in this one: start over.
function startOf(cursor: string | undefined, sort: StaySort) {
  if (cursor === undefined) return top
  const [sortedBy, ...position] = fromCursor(cursor, Position)
  return sortedBy === sort ? position : top
}

/** The hint comes from a host: what is not a subdivision is no hint. */
function toSubdivision(near: string | null | undefined): string | null {
  const code = near?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) ? code : null
}
