import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readListAsking, type SearchParams } from '@/app/admin/ui/asking'
import { List } from '@/app/admin/ui/list'
import { Live } from '@/app/admin/ui/live'
import { PageHead } from '@/app/admin/ui/page-head'
import { listReservationsForStaff } from '@/lib/stays/admin/find-reservations'
import { columns } from './columns'
import { filters } from './filters'

export const metadata: Metadata = { title: 'Reservations' }

export default async function ReservationsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readListAsking('/admin/reservations', searchParams, filters)
  const found = await listReservationsForStaff(asking.filter, asking)
  return (
    <>
      <PageHead
        title="Reservations"
        lead="What people booked, through an assistant or not. Open one to see its facts, or to cancel it."
      >
        <Live />
      </PageHead>
      <List
        filters={filters}
        caption="Reservations"
        columns={columns}
        found={found}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="booked"
        empty="Nobody has booked yet. What an assistant books shows up here."
      />
    </>
  )
}
