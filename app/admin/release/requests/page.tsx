import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readListAsking, type SearchParams } from '@/app/admin/ui/asking'
import { Badge } from '@/app/admin/ui/badge'
import type { Column } from '@/app/admin/ui/data-table'
import { List } from '@/app/admin/ui/list'
import { Live } from '@/app/admin/ui/live'
import { Moment } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { listRequests, type RequestRow } from '@/lib/release/requests'
import { RequestAnswers } from './answers'
import { filters } from './filters'

export const metadata: Metadata = { title: 'Requests for access' }

export default async function RequestsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readListAsking('/admin/release/requests', searchParams, filters)
  const found = await listRequests(asking.filter, asking)
  return (
    <>
      <PageHead
        title="Requests for access"
        lead="People who were not let in and asked to be. Whoever you let in becomes a tester; both answers are told to them here and by mail."
      >
        <Live />
        <a href="/admin/release" className="button button-quiet button-small">
          Back to the release
        </a>
      </PageHead>
      <List
        filters={filters}
        caption="Requests for access"
        columns={columns}
        found={found}
        keyOf={({ accountId }) => accountId}
        asking={asking}
        sortedBy="at"
        empty="Nobody waits for an answer. Whoever is turned away can ask for access, and shows up here."
      />
    </>
  )
}

const columns: Column<RequestRow>[] = [
  { title: 'When', sort: 'at', cell: ({ at }) => <Moment at={at} /> },
  {
    title: 'Who',
    cell: ({ name, email }) => (
      <span className="block xl:min-w-48">
        <bdi className="block font-medium">{name}</bdi>
        <bdi className="text-soft">{email}</bdi>
      </span>
    ),
  },
  { title: 'Why', cell: ({ note }) => (note ? <bdi>{note}</bdi> : '') },
  {
    title: 'State',
    cell: ({ refusedAt }) =>
      refusedAt ? <Badge tone="bad">Refused</Badge> : <Badge tone="warn">Waits</Badge>,
  },
  {
    title: 'Your answer',
    cell: ({ accountId, name, refusedAt }) => (
      <RequestAnswers accountId={accountId} name={name} isRefused={refusedAt !== null} />
    ),
  },
]
