import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readListAsking, type SearchParams } from '@/app/admin/ui/asking'
import { List } from '@/app/admin/ui/list'
import { Live } from '@/app/admin/ui/live'
import { PageHead } from '@/app/admin/ui/page-head'
import { countAttempts, searchAttempts } from '@/lib/attempts/search'
import { columns } from './columns'
import { filters, toFilter } from './filter'
import { Totals } from './totals'

export const metadata: Metadata = { title: 'Connect Doctor' }

export default async function DoctorPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readListAsking('/admin/doctor', searchParams, filters)
  const filter = toFilter(asking.filter)
  const [found, counts] = await Promise.all([searchAttempts(filter, asking), countAttempts(filter)])
  return (
    <>
      <PageHead
        title="Connect Doctor"
        lead="Every try by an app to connect, of the last 30 days: what it did, how it ended, why, and what to do."
      >
        <Live seconds={2} />
        <a href="/admin/doctor/probe" className="button button-small">
          Look from outside
        </a>
      </PageHead>
      <List
        filters={filters}
        caption="Attempts to connect"
        columns={columns}
        found={found}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="at"
        empty={
          <>
            No app has tried to connect yet. If somebody is trying right now and nothing appears,
            something stands before this site:{' '}
            <a href="/admin/doctor/probe" className="link">
              look from outside
            </a>
            .
          </>
        }
      >
        <Totals asking={asking} counts={counts} />
      </List>
    </>
  )
}
