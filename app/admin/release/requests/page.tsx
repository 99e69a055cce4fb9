import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { Badge } from '@/app/admin/ui/badge'
import { type Column, DataTable } from '@/app/admin/ui/data-table'
import { FilterChoice, FilterForm, FilterText } from '@/app/admin/ui/filter-form'
import { ListPages } from '@/app/admin/ui/list-pages'
import { Moment } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { listRequests, type RequestRow } from '@/lib/release/requests'
import { RequestAnswers } from './answers'

export const metadata: Metadata = { title: 'Requests for access' }

export default async function RequestsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readAsking('/admin/release/requests', searchParams, ['state', 'who'])
  const { rows, next } = await listRequests({ state: 'waiting', ...asking.filter }, asking)
  return (
    <>
      <PageHead
        title="Requests for access"
        lead="People who were not let in and asked to be. Whoever you let in becomes a tester; both answers are told to them here and by mail."
      >
        <a href="/admin/release" className="button button-quiet button-small">
          Back to the release
        </a>
      </PageHead>
      <FilterForm asking={asking}>
        <FilterText asking={asking} name="who" label="Name or address" />
        <FilterChoice
          asking={asking}
          name="state"
          label="Answer"
          all="Waiting"
          options={[
            ['refused', 'Refused'],
            ['all', 'All'],
          ]}
        />
      </FilterForm>
      <DataTable
        caption="Requests for access"
        columns={columns}
        rows={rows}
        keyOf={({ accountId }) => accountId}
        asking={asking}
        sortedBy="at"
        empty="Nobody waits for an answer. Whoever is turned away can ask here."
      />
      <ListPages asking={asking} next={next} />
    </>
  )
}

const columns: Column<RequestRow>[] = [
  { title: 'When', sort: 'at', cell: ({ at }) => <Moment at={at} /> },
  {
    title: 'Who',
    cell: ({ name, email }) => (
      <span>
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
