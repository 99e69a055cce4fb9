import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { DataTable } from '@/app/admin/ui/data-table'
import { FilterChoice, FilterForm, FilterText } from '@/app/admin/ui/filter-form'
import { ListPages } from '@/app/admin/ui/list-pages'
import { PageHead } from '@/app/admin/ui/page-head'
import { listStays } from '@/lib/stays/admin/find-stays'
import { columns } from './columns'
import { filters } from './filters'

export const metadata: Metadata = { title: 'Stays' }

export default async function StaysPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readAsking('/admin/stays', searchParams, filters)
  const { rows, next } = await listStays(asking.filter, asking)
  return (
    <>
      <PageHead
        title="Stays"
        lead="The houses that assistants find and book. Open one to change what is said of it, its rooms and the nights that it sells."
      />
      <FilterForm asking={asking}>
        <FilterText asking={asking} name="q" label="Name or city begins with" />
        <FilterChoice
          asking={asking}
          name="state"
          label="State"
          all="All states"
          options={[
            ['offered', 'Offered'],
            ['withdrawn', 'Withdrawn'],
          ]}
        />
      </FilterForm>
      <DataTable
        caption="Houses"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="upcoming"
        empty="No house matches. Search by how its name or its city begins."
      />
      <ListPages asking={asking} next={next} hasExport={rows.length > 0} />
    </>
  )
}
