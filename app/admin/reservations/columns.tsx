import { Badge } from '@/app/admin/ui/badge'
import type { Column } from '@/app/admin/ui/data-table'
import { Day, Moment } from '@/app/admin/ui/moment'
import { formatPrice } from '@/app/stays/format'
import type { ReservationForStaff } from '@/lib/stays/admin/find-reservations'

type Row = ReservationForStaff

export const columns: Column<Row>[] = [
  {
    title: 'Reservation',
    cell: ({ id }) => (
      <a href={`/admin/reservations/${id}`} className="link whitespace-nowrap font-medium">
        {id}
      </a>
    ),
  },
  {
    title: 'House',
    cell: ({ stayName, city }) => (
      <>
        <bdi>{stayName}</bdi>, <bdi>{city}</bdi>
      </>
    ),
  },
  { title: 'Arrival', sort: 'arrival', cell: ({ checkIn }) => <Day on={checkIn} /> },
  { title: 'Guests', isNumber: true, cell: ({ guests }) => guests },
  {
    title: 'Total',
    isNumber: true,
    cell: ({ totalPrice, currency }) => <Whole>{formatPrice(totalPrice, currency)}</Whole>,
  },
  { title: 'Status', cell: ({ status }) => <ReservationStatus status={status} /> },
  { title: 'Booked', sort: 'booked', cell: ({ createdAt }) => <Moment at={createdAt} /> },
]

const Whole = ({ children }: { children: string }) => (
  <span className="whitespace-nowrap">{children}</span>
)

export const ReservationStatus = ({ status }: Pick<Row, 'status'>) =>
  status === 'confirmed' ? (
    <Badge tone="good">Confirmed</Badge>
  ) : (
    <Badge tone="bad">Cancelled</Badge>
  )
