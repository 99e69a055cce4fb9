import { exportList } from '@/app/admin/ui/export-list'
import { listReservationsForStaff } from '@/lib/stays/admin/find-reservations'
import { filters } from '../filters'

export const GET = exportList(
  { name: 'reservations', filters, list: listReservationsForStaff },
  {
    id: (row) => row.id,
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
)
