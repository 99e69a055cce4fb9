import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readListAsking, type SearchParams } from '@/app/admin/ui/asking'
import { List } from '@/app/admin/ui/list'
import { PageHead } from '@/app/admin/ui/page-head'
import { listPeople } from '@/lib/people/find-people'
import { columns } from './columns'
import { filters } from './filters'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readListAsking('/admin/people', searchParams, filters)
  const found = await listPeople(asking.filter, asking)
  return (
    <>
      <PageHead
        title="People"
        lead="Everybody who has an account here. When you open somebody’s page, they read in their activity that an operator looked."
      >
        <a href="/admin/people/invitations" className="button button-quiet button-small">
          Invite an operator
        </a>
      </PageHead>
      <List
        filters={filters}
        caption="People"
        columns={columns}
        found={found}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="since"
        empty="Nobody has an account yet."
      />
    </>
  )
}
