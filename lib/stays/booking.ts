import { randomBytes } from 'node:crypto'
import type { Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { checkStayDates, type StayDates } from './dates'
import { isKey } from './key'
import { freeRooms, nights } from './offers'
import { getReservationIn } from './reservations'
import type { ReservationRow } from './urls'

export type Booking = StayDates & {
  accountId: string
  /** Slug of the stay. */
  stay: string
  guests: number
  /** Booking again with the same id returns the first reservation. */
  actionId: string | null
}

/** Books the cheapest free room that fits. Throws `not_found`, `invalid_request` or `conflict`. */
export async function bookStay(tx: Tx, booking: Booking): Promise<ReservationRow> {
  checkStayDates(booking)
  await lockRooms(tx, booking)
  // Only now: a second try waits at the lock until the first has ended.
  const id = (await bookedBefore(tx, booking)) ?? (await sellRoom(tx, booking))
  const reservation = id && (await getReservationIn(tx, booking.accountId, id))
  if (reservation) return reservation
  throw await nothingToSell(tx, booking.stay)
}

// Everyone who books at this stay waits here, in the same order, so that nobody waits in a circle. The
// stay comes first: its prices stand until the end, and no cheaper room is added meanwhile.
export async function lockRooms(
  tx: Tx,
  { stay, guests }: Pick<Booking, 'stay' | 'guests'>,
): Promise<void> {
  if (!isKey(stay)) throw unknownStay()
  const rooms = await tx.$queryRaw<unknown[]>`
    WITH stay AS MATERIALIZED (SELECT id FROM "Stay" WHERE slug = ${stay} FOR UPDATE)
    SELECT room.id FROM "Room" AS room JOIN stay ON stay.id = room."stayId"
    WHERE room.capacity >= ${guests}::bigint
    ORDER BY room.id FOR UPDATE OF room`
  if (rooms.length === 0) throw await noRoomFits(tx, stay)
}

async function bookedBefore(tx: Tx, { accountId, actionId }: Booking): Promise<string | null> {
  if (actionId === null) return null
  const where = { actionId, accountId }
  return (await tx.reservation.findFirst({ where, select: { id: true } }))?.id ?? null
}

// A statement of its own: what was sold while this transaction waited is visible from here on.
async function sellRoom(tx: Tx, booking: Booking): Promise<string | null> {
  const { checkIn, checkOut, guests, stay, accountId, actionId } = booking
  const id = randomBytes(8).toString('hex')
  const values = [checkIn, checkOut, guests, stay, id, accountId, actionId]
  try {
    const sold = await tx.$executeRawUnsafe(sellSql, ...values)
    return sold > 0 ? id : null
  } catch (cause) {
    if (isUniqueViolation(cause)) throw noRoomFree(cause)
    throw cause
  }
}

const sellSql = `
  WITH ${nights},
  choice AS (
    SELECT room.id AS "roomId", room.total, stay.id AS "stayId", stay.currency
    FROM "Stay" AS stay CROSS JOIN LATERAL (${freeRooms} LIMIT 1) AS room
    WHERE stay.slug = $4
  ),
  reservation AS (
    INSERT INTO "Reservation" (id, "accountId", "stayId", "roomId", "checkIn", "checkOut", guests,
      "totalPrice", currency, "actionId")
    SELECT $5, $6, "stayId", "roomId", $1::date, $2::date, $3::int, total, currency, $7 FROM choice
  )
  INSERT INTO "RoomNight" ("roomId", night, "reservationId")
  SELECT "roomId", $1::date + day, $5
  FROM choice CROSS JOIN generate_series(0, $2::date - $1::date - 1) AS day`

async function noRoomFits(tx: Tx, slug: string): Promise<PublicError> {
  const { _max } = await tx.room.aggregate({
    where: { stay: { slug, withdrawnAt: null } },
    _max: { capacity: true },
  })
  if (_max.capacity === null) return unknownStay()
  const message = `The largest room here takes ${_max.capacity} guests. Book several rooms instead.`
  return new PublicError('invalid_request', message, { fields: [{ field: 'guests', message }] })
}

const unknownStay = (): PublicError => new PublicError('not_found', 'There is no such stay.')

/** Why there is no room that fits the dates. */
export async function nothingToSell(tx: Tx, slug: string): Promise<PublicError> {
  const isOffered = await tx.stay.count({ where: { slug, withdrawnAt: null } })
  return isOffered ? noRoomFree() : unknownStay()
}

const noRoomFree = (cause?: unknown): PublicError =>
  new PublicError('conflict', 'No room is free for these dates. Try other dates or another stay.', {
    cause,
  })

// PostgreSQL 23505. Prisma reports it as P2002, from raw statements inside P2010.
function isUniqueViolation(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: unknown }
  return code === 'P2002' || (code === 'P2010' && JSON.stringify(meta ?? '').includes('23505'))
}
