import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readListAsking, type SearchParams } from '@/app/admin/ui/asking'
import { List } from '@/app/admin/ui/list'
import { Live } from '@/app/admin/ui/live'
import { PageHead } from '@/app/admin/ui/page-head'
import { listClients } from '@/lib/oauth/clients/list'
import { columns } from './columns'
import { filters } from './filters'

export const metadata: Metadata = { title: 'Clients' }

export default async function ClientsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readListAsking('/admin/clients', searchParams, filters)
  const found = await listClients(asking.filter, asking)
  return (
    <>
      <PageHead
        title="Clients"
        lead="The apps that people connect: those registered here with a secret, those that publish themselves, and those that registered themselves."
      >
        <Live />
        <a href="/admin/clients/admission" className="button button-quiet button-small">
          Who may come
        </a>
        <a href="/admin/clients/new" className="button button-small">
          Register a client
        </a>
      </PageHead>
      <List
        filters={filters}
        caption="Clients"
        columns={columns}
        found={found}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="used"
        empty={
          <>
            There is no client yet. To let an assistant in,{' '}
            <a href="/admin/clients/new" className="link">
              register it
            </a>
            ; ChatGPT, Claude and others that speak MCP come by themselves.
          </>
        }
      />
    </>
  )
}
