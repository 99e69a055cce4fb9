import { query } from '@/lib/data/db'
import { escapeLike, type ListAsked, readList } from '@/lib/data/list'
import { isDate } from '../dates'
import { isKey } from '../key'

/** A reservation as operators see it: of the person they see the id. */
export type ReservationForStaff = {
  id: string
  accountId: string
  stay: string
  stayName: string
  city: string
  room: string
  checkIn: string
  checkOut: string
  guests: number
  totalPrice: number
  currency: string
  status: 'confirmed' | 'cancelled'
  cancelReason: string | null
  createdAt: Date
  cancelledAt: Date | null
}

const columns = `r."id", r."accountId", s."slug" AS "stay", s."name" AS "stayName",
  c."name" AS "city", room."name" AS "room", to_char(r."checkIn", 'YYYY-MM-DD') AS "checkIn",
  to_char(r."checkOut", 'YYYY-MM-DD') AS "checkOut", r."guests", r."totalPrice", r."currency",
  r."status"::text, r."cancelReason", r."createdAt", r."cancelledAt"`

const from = `"Reservation" r JOIN "Room" room ON room."id" = r."roomId"
  JOIN "Stay" s ON s."id" = r."stayId" JOIN "City" c ON c."id" = s."cityId"`

/** `from` and `to` bound the check-in; `stay` and `city` are how their names begin. */
export type ReservationFilter = Partial<Record<'status' | 'from' | 'to' | 'stay' | 'city', string>>

export const listReservationsForStaff = (filter: ReservationFilter, asked: ListAsked) =>
  readList<ReservationForStaff>({
    select: columns,
    from,
    where: [
      ['r."status" = ?::"ReservationStatus"', isStatus(filter.status) ? filter.status : undefined],
      ['r."checkIn" >= ?::date', toDate(filter.from)],
      ['r."checkIn" <= ?::date', toDate(filter.to)],
      // An array is found first, so that a rare house or city is not looked for in all reservations.
      [
        `r."stayId" = ANY(ARRAY(SELECT "id" FROM "Stay" WHERE lower("name") LIKE lower(?) || '%'))`,
        filter.stay && escapeLike(filter.stay),
      ],
      [
        `r."stayId" = ANY(ARRAY(SELECT h."id" FROM "Stay" h JOIN "City" t ON t."id" = h."cityId"
          WHERE lower(t."name") LIKE lower(?) || '%'))`,
        filter.city && escapeLike(filter.city),
      ],
    ],
    sorts: {
      booked: { column: 'r."createdAt"', type: 'timestamptz' },
      arrival: { column: 'r."checkIn"', type: 'date' },
    },
    id: 'r."id"',
    asked,
  })

const isStatus = (status: string | undefined) => status === 'confirmed' || status === 'cancelled'

const toDate = (text: string | undefined) => (text && isDate(text) ? text : undefined)

export async function getReservationForStaff(id: string): Promise<ReservationForStaff | null> {
  if (!isKey(id)) return null
  const [found] = await query<ReservationForStaff>(
    'reservation_for_staff',
    `SELECT ${columns} FROM ${from} WHERE r."id" = $1`,
    [id],
  )
  return found ?? null
}
