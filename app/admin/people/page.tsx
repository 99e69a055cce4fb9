import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { DataTable } from '@/app/admin/ui/data-table'
import { FilterChoice, FilterForm, FilterText } from '@/app/admin/ui/filter-form'
import { ListPages } from '@/app/admin/ui/list-pages'
import { PageHead } from '@/app/admin/ui/page-head'
import { listPeople, roles } from '@/lib/people/find-people'
import { columns } from './columns'
import { filters } from './filters'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readAsking('/admin/people', searchParams, filters)
  const { rows, next } = await listPeople(asking.filter, asking)
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
      <FilterForm asking={asking}>
        <FilterText asking={asking} name="q" label="Address, name or id begins with" />
        <FilterChoice
          asking={asking}
          name="role"
          label="Role"
          all="All roles"
          options={Object.entries(roles)}
        />
        <FilterChoice
          asking={asking}
          name="state"
          label="State"
          all="All states"
          options={[
            ['suspended', 'Suspended'],
            ['leaving', 'Is leaving'],
          ]}
        />
      </FilterForm>
      <DataTable
        caption="People"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="since"
        empty="Nobody matches. Search by how an address, a name or an id begins."
      />
      <ListPages asking={asking} next={next} hasExport={rows.length > 0} />
    </>
  )
}
