import { type Actor, audit } from '@/lib/audit/audit'
import { db, query, type Tx } from '@/lib/data/db'
import { type FieldError, PublicError } from '@/lib/errors'
import { addDays, earliestCheckIn, isDate, maxDaysAhead } from '../dates'

/** The first and the last night; both are closed. */
export type Nights = { from: string; to: string }

/** Closed nights of some rooms, and the reservations that were sold in them before. */
export type Closure = Nights & { roomIds: string[]; rooms: string[]; reservations: string[] }

type Closing = Nights & { slug: string; roomIds: string[]; by: Actor }

/**
 * Sells nothing on these nights from now on; no rooms given: all of the house. What is sold stands.
 * Throws `invalid_request`, `not_found`.
 */
export async function closeNights(closing: Closing): Promise<{ reservations: string[] }> {
  checkNights(closing)
  return db().$transaction(async (tx) => {
    const roomIds = await lockHouse(tx, closing)
    const { slug, from, to, by } = closing
    await tx.$executeRaw`
      INSERT INTO "ClosedNight" ("roomId", "night")
      SELECT room, ${from}::date + day
      FROM unnest(${roomIds}::text[]) AS room, generate_series(0, ${to}::date - ${from}::date) AS day
      ON CONFLICT DO NOTHING`
    const sold = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT "reservationId" AS id FROM "RoomNight"
      WHERE "roomId" = ANY(${roomIds}::text[]) AND night BETWEEN ${from}::date AND ${to}::date`
    const reservations = sold.map(({ id }) => id)
    const after = { from, to, rooms: roomIds, reservations }
    await audit(tx, by, { act: 'stay.nights_closed', target: slug, after })
    return { reservations }
  })
}

/** Sells these nights again. Throws as `closeNights` does. */
export async function openNights(opening: Closing): Promise<void> {
  checkNights(opening)
  await db().$transaction(async (tx) => {
    const roomIds = await lockHouse(tx, opening)
    const { slug, from, to, by } = opening
    await tx.$executeRaw`
      DELETE FROM "ClosedNight"
      WHERE "roomId" = ANY(${roomIds}::text[]) AND night BETWEEN ${from}::date AND ${to}::date`
    await audit(tx, by, {
      act: 'stay.nights_opened',
      target: slug,
      before: { from, to, rooms: roomIds },
    })
  })
}

// Whoever books locks the house first, too: nobody sells a night while it is being closed.
async function lockHouse(tx: Tx, { slug, roomIds }: Closing): Promise<string[]> {
  await tx.$queryRaw`SELECT 1 FROM "Stay" WHERE slug = ${slug} FOR UPDATE`
  const rooms = await tx.room.findMany({
    where: { stay: { slug }, ...(roomIds.length > 0 && { id: { in: roomIds } }) },
    select: { id: true },
  })
  if (rooms.length === 0) throw new PublicError('not_found', 'There is no such room.')
  return rooms.map(({ id }) => id)
}

function checkNights({ from, to }: Nights, now = new Date()): void {
  const fields: FieldError[] = []
  const last = addDays(earliestCheckIn(now), maxDaysAhead + 1)
  if (!isDate(from)) fields.push({ field: 'from', message: 'First night: give a date.' })
  if (!isDate(to)) fields.push({ field: 'to', message: 'Last night: give a date.' })
  else if (to < from) fields.push({ field: 'to', message: 'The last night is before the first.' })
  else if (from < earliestCheckIn(now)) {
    fields.push({ field: 'from', message: 'The first night is in the past.' })
  } else if (to > last) {
    fields.push({ field: 'to', message: `Nothing is sold after ${last}: choose an earlier night.` })
  }
  if (fields[0]) throw new PublicError('invalid_request', fields[0].message, { fields })
}

/** What is closed from today on, in the order of its nights. */
export const listClosures = (stayId: string): Promise<Closure[]> =>
  query<Closure>('stay_closures', closuresSql, [stayId])

// Nights in a row lie equally far from their number in the row: that makes them one range.
const closuresSql = `
  WITH closed AS (
    SELECT room.id, room.name, c.night,
      c.night - row_number() OVER (PARTITION BY room.id ORDER BY c.night)::int AS island
    FROM "Room" AS room JOIN "ClosedNight" AS c ON c."roomId" = room.id
    WHERE room."stayId" = $1 AND c.night >= current_date - 1
  ),
  ranges AS (
    SELECT id, name, min(night) AS first, max(night) AS last FROM closed GROUP BY id, name, island
  )
  SELECT to_char(first, 'YYYY-MM-DD') AS "from", to_char(last, 'YYYY-MM-DD') AS "to",
    array_agg(id ORDER BY name, id) AS "roomIds", array_agg(name ORDER BY name, id) AS rooms,
    ARRAY(SELECT DISTINCT sold."reservationId" FROM "RoomNight" AS sold
      WHERE sold."roomId" = ANY(array_agg(ranges.id)) AND sold.night BETWEEN first AND last
    ) AS reservations
  FROM ranges GROUP BY first, last ORDER BY first, last`
