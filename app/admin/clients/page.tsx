import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { DataTable } from '@/app/admin/ui/data-table'
import { FilterChoice, FilterForm, FilterText } from '@/app/admin/ui/filter-form'
import { ListPages } from '@/app/admin/ui/list-pages'
import { PageHead } from '@/app/admin/ui/page-head'
import { listClients } from '@/lib/oauth/clients/list'
import { columns } from './columns'
import { kinds } from './words'

export const metadata: Metadata = { title: 'Clients' }

export default async function ClientsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readAsking('/admin/clients', searchParams, ['q', 'kind'])
  const { rows, next } = await listClients(asking.filter, asking)
  return (
    <>
      <PageHead
        title="Clients"
        lead="The apps that people connect: those registered here with a secret, those that publish themselves, and those that registered themselves."
      >
        <a href="/admin/clients/admission" className="button button-quiet button-small">
          Who may come
        </a>
        <a href="/admin/clients/new" className="button button-small">
          Register a client
        </a>
      </PageHead>
      <FilterForm asking={asking}>
        <FilterText asking={asking} name="q" label="Name or id begins with" />
        <FilterChoice
          asking={asking}
          name="kind"
          label="Known how"
          all="All ways"
          options={Object.entries(kinds)}
        />
      </FilterForm>
      <DataTable
        caption="Clients"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="used"
        empty={
          <>
            No client matches. To let an assistant in,{' '}
            <a href="/admin/clients/new" className="link">
              register it
            </a>
            ; ChatGPT, Claude and others that speak MCP come by themselves.
          </>
        }
      />
      <ListPages asking={asking} next={next} hasExport={rows.length > 0} />
    </>
  )
}
