import { query } from '@/lib/data/db'
import { type StayDates, toStayDates } from './dates'
import { isKey } from './key'
import { freeRooms, nights } from './offers'
import type { StayDetailsRow } from './urls'

export type StayWishes = Partial<StayDates> & { guests?: number }

/** A stay with the rooms that fit the wishes, or null. Prices are minor units. */
export async function getStay(
  slug: string,
  wishes: StayWishes = {},
): Promise<StayDetailsRow | null> {
  const dates = toStayDates(wishes)
  if (!isKey(slug)) return null
  const [found] = await query<FoundStay>('get_stay', getSql, [
    dates?.checkIn ?? null,
    dates?.checkOut ?? null,
    wishes.guests ?? 1,
    slug,
  ])
  return found ? toDetails(found, dates !== null) : null
}

const getSql = `
  WITH ${nights}
  SELECT stay.slug, stay.name, stay.kind::text, stay.description, stay.address, stay.rating,
    stay.amenities, stay.latitude, stay.longitude, stay.currency, city.name AS city, city.region,
    city.country, every.price AS "fromPrice", every.capacity AS "maxGuests", free.rooms
  FROM "Stay" AS stay
  JOIN "City" AS city ON city.id = stay."cityId"
  CROSS JOIN LATERAL (
    SELECT min("basePrice") AS price, max(capacity) AS capacity
    FROM "Room" WHERE "stayId" = stay.id HAVING count(*) > 0
  ) AS every
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(room), '[]') AS rooms FROM (${freeRooms}) AS room
  ) AS free
  WHERE stay.slug = $4 AND stay."withdrawnAt" IS NULL`

type FoundStay = Omit<StayDetailsRow, 'rooms' | 'pricePerNight' | 'totalPrice'> & {
  fromPrice: number
  rooms: { name: string; capacity: number; total: number; pricePerNight: number }[]
}

function toDetails(found: FoundStay, priced: boolean): StayDetailsRow {
  const { fromPrice, rooms, rating, ...stay } = found
  const [cheapest] = rooms
  return {
    ...stay,
    rating: rating / 10,
    pricePerNight: cheapest?.pricePerNight ?? fromPrice,
    ...(priced && cheapest && { totalPrice: cheapest.total }),
    rooms: rooms.map(({ name, capacity, total, pricePerNight }) => ({
      name,
      maxGuests: capacity,
      pricePerNight,
      ...(priced && { totalPrice: total }),
    })),
  }
}
