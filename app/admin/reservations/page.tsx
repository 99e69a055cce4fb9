import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { DataTable } from '@/app/admin/ui/data-table'
import { FilterChoice, FilterForm, FilterText } from '@/app/admin/ui/filter-form'
import { ListPages } from '@/app/admin/ui/list-pages'
import { PageHead } from '@/app/admin/ui/page-head'
import { listReservationsForStaff } from '@/lib/stays/admin/find-reservations'
import { columns } from './columns'
import { filters } from './filters'

export const metadata: Metadata = { title: 'Reservations' }

export default async function ReservationsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readAsking('/admin/reservations', searchParams, filters)
  const { rows, next } = await listReservationsForStaff(asking.filter, asking)
  return (
    <>
      <PageHead
        title="Reservations"
        lead="What people booked, through an assistant or not. Open one to see its facts, or to cancel it."
      />
      <FilterForm asking={asking}>
        <FilterText asking={asking} name="stay" label="House begins with" />
        <FilterText asking={asking} name="city" label="City begins with" />
        <FilterText asking={asking} name="from" label="Arrival from" type="date" />
        <FilterText asking={asking} name="to" label="Arrival until" type="date" />
        <FilterChoice
          asking={asking}
          name="status"
          label="Status"
          all="All"
          options={[
            ['confirmed', 'Confirmed'],
            ['cancelled', 'Cancelled'],
          ]}
        />
      </FilterForm>
      <DataTable
        caption="Reservations"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="booked"
        empty="No reservation matches. When somebody books, it stands here."
      />
      <ListPages asking={asking} next={next} hasExport={rows.length > 0} />
    </>
  )
}
