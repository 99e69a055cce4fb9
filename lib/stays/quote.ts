import type { Tx } from '@/lib/data/db'
import { type Booking, lockRooms, nothingToSell } from './booking'
import { checkStayDates, nightsBetween } from './dates'
import { freeRooms, nights } from './offers'

/** What a booking would sell at this moment. */
export type Quote = {
  stayName: string
  city: string
  room: string
  nights: number
  totalPrice: number
  currency: string
}

/**
 * What `bookStay` would sell; it stays so until the transaction ends. Throws as `bookStay` does.
 */
export async function quoteStay(
  tx: Tx,
  wish: Pick<Booking, 'stay' | 'checkIn' | 'checkOut' | 'guests'>,
): Promise<Quote> {
  checkStayDates(wish)
  await lockRooms(tx, wish)
  const [quote] = await tx.$queryRawUnsafe<Omit<Quote, 'nights'>[]>(
    quoteSql,
    ...[wish.checkIn, wish.checkOut, wish.guests, wish.stay],
  )
  if (!quote) throw await nothingToSell(tx, wish.stay)
  return { ...quote, nights: nightsBetween(wish) }
}

const quoteSql = `
  WITH ${nights}
  SELECT stay.name AS "stayName", city.name AS city, room.name AS room,
    room.total AS "totalPrice", stay.currency
  FROM "Stay" AS stay JOIN "City" AS city ON city.id = stay."cityId"
  CROSS JOIN LATERAL (${freeRooms} LIMIT 1) AS room
  WHERE stay.slug = $4`
