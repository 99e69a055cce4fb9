import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readListAsking, type SearchParams } from '@/app/admin/ui/asking'
import { List } from '@/app/admin/ui/list'
import { PageHead } from '@/app/admin/ui/page-head'
import { listStays } from '@/lib/stays/admin/find-stays'
import { columns } from './columns'
import { filters } from './filters'

export const metadata: Metadata = { title: 'Stays' }

export default async function StaysPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readListAsking('/admin/stays', searchParams, filters)
  const found = await listStays(asking.filter, asking)
  return (
    <>
      <PageHead
        title="Stays"
        lead="The houses that assistants find and book. Open one to change what is said of it, its rooms and the nights that it sells."
      />
      <List
        filters={filters}
        caption="Houses"
        columns={columns}
        found={found}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="upcoming"
        empty="There is no house. “npm run db:seed” brings the examples back."
      />
    </>
  )
}
