import { requireStaffHere } from '@/app/admin/staff'
import { readAskingOf } from '@/app/admin/ui/asking'
import { csvResponse } from '@/app/admin/ui/csv-response'
import { readAll } from '@/lib/data/list'
import {
  listReservationsForStaff,
  type ReservationForStaff,
} from '@/lib/stays/admin/find-reservations'
import { filters } from '../filters'

export async function GET(request: Request): Promise<Response> {
  const person = await requireStaffHere()
  if (person instanceof Response) return person
  const { filter, ...asked } = await readAskingOf(request, filters)
  return csvResponse(
    'reservations',
    {
      id: (row: ReservationForStaff) => row.id,
      person: (row) => row.accountId,
      stay: (row) => row.stay,
      city: (row) => row.city,
      room: (row) => row.room,
      checkIn: (row) => row.checkIn,
      checkOut: (row) => row.checkOut,
      guests: (row) => row.guests,
      totalPrice: (row) => row.totalPrice,
      currency: (row) => row.currency,
      status: (row) => row.status,
      booked: (row) => row.createdAt,
      cancelled: (row) => row.cancelledAt,
      reason: (row) => row.cancelReason,
    },
    readAll((page) => listReservationsForStaff(filter, page), asked),
  )
}
