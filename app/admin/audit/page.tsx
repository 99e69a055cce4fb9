import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readListAsking, type SearchParams } from '@/app/admin/ui/asking'
import type { Column } from '@/app/admin/ui/data-table'
import { List } from '@/app/admin/ui/list'
import { Moment } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { type AuditRow, listAudit } from '@/lib/audit/list'
import { Change } from './change'
import { filters } from './filters'

export const metadata: Metadata = { title: 'Audit' }

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readListAsking('/admin/audit', searchParams, filters)
  const found = await listAudit(asking.filter, asking)
  return (
    <>
      <PageHead
        title="Audit"
        lead="What operators did, in order. Nothing here can be changed or removed."
      />
      <List
        filters={filters}
        caption="Acts of operators"
        columns={columns}
        found={found}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="at"
        empty="Nothing was changed yet. Every change in this dashboard is written down here."
      />
    </>
  )
}

const columns: Column<AuditRow>[] = [
  { title: 'When', sort: 'at', cell: ({ at }) => <Moment at={at} /> },
  {
    title: 'Who',
    cell: ({ actorId, actorName }) =>
      actorId ? (
        <a href={`/admin/audit?actor=${actorId}`} className="link">
          <bdi>{actorName ?? 'A deleted account'}</bdi>
        </a>
      ) : (
        'The command line'
      ),
  },
  { title: 'What', cell: ({ act }) => <code className="code whitespace-nowrap">{act}</code> },
  { title: 'To what', cell: ({ target }) => target },
  { title: 'Change', cell: ({ before, after }) => <Change before={before} after={after} /> },
  {
    title: 'From where',
    cell: ({ network, browser }) => (
      <>
        {browser}
        <br />
        <span className="text-soft">{network}</span>
      </>
    ),
  },
]
