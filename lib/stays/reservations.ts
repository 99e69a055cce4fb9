import { z } from 'zod'
import { query, type Tx } from '@/lib/data/db'
import { fromCursor, toCursor } from './cursor'
import { isKey } from './key'
import type { ReservationRow } from './urls'

export type ReservationPage = { reservations: ReservationRow[]; nextCursor?: string }

const pageSize = 10

/** A person's reservations, the latest check-in first, cancelled ones included. */
export async function listReservations(
  accountId: string,
  { cursor }: { cursor?: string } = {},
): Promise<ReservationPage> {
  const [checkIn, id] = cursor === undefined ? afterAll : fromCursor(cursor, Position)
  const found = await query<Found>('list_reservations', listSql, [accountId, checkIn, id])
  const reservations = found.slice(0, pageSize).map(toRow)
  const last = found.length > pageSize ? reservations.at(-1) : undefined
  return { reservations, ...(last && { nextCursor: toCursor([last.checkIn, last.id]) }) }
}

/** A person's reservation, or null: also when it is somebody else's. */
export async function getReservation(
  accountId: string,
  id: string,
): Promise<ReservationRow | null> {
  if (!isKey(id)) return null
  const [found] = await query<Found>('get_reservation', getSql, [accountId, id])
  return found ? toRow(found) : null
}

/** All of them, to take along. */
export async function downloadReservations(accountId: string): Promise<ReservationRow[]> {
  const text = `${selectSql} ORDER BY reservation."checkIn"`
  return (await query<Found>('download_reservations', text, [accountId])).map(toRow)
}

/** The same, as the transaction sees it. */
export async function getReservationIn(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<ReservationRow | null> {
  const [found] = await tx.$queryRawUnsafe<Found[]>(getSql, accountId, id)
  return found ? toRow(found) : null
}

type Found = Omit<ReservationRow, 'cancelReason'> & { cancelReason: string | null }

const toRow = ({ cancelReason, ...row }: Found): ReservationRow => ({
  ...row,
  ...(cancelReason && { cancelReason }),
})

const selectSql = `
  SELECT reservation.id, stay.slug AS stay, stay.name AS "stayName", city.name AS city,
    stay."withdrawnAt" IS NULL AS "isOffered",
    to_char(reservation."checkIn", 'YYYY-MM-DD') AS "checkIn",
    to_char(reservation."checkOut", 'YYYY-MM-DD') AS "checkOut",
    reservation."checkOut" - reservation."checkIn" AS nights, reservation.guests,
    room.name AS room, reservation."totalPrice", reservation.currency,
    reservation.status::text, reservation."cancelReason"
  FROM "Reservation" AS reservation
  JOIN "Room" AS room ON room.id = reservation."roomId"
  JOIN "Stay" AS stay ON stay.id = reservation."stayId"
  JOIN "City" AS city ON city.id = stay."cityId"
  WHERE reservation."accountId" = $1`

const getSql = `${selectSql} AND reservation.id = $2`

/** Public because the benchmark measures the bare statement, too. */
export const listSql = `${selectSql} AND (reservation."checkIn", reservation.id) < ($2::date, $3::text)
  ORDER BY reservation."checkIn" DESC, reservation.id DESC
  LIMIT ${pageSize + 1}`

const Position = z.tuple([z.iso.date(), z.string().refine(isKey)])
const afterAll = ['infinity', ''] as const
