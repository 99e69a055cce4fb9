import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { DataTable } from '@/app/admin/ui/data-table'
import { FilterChoice, FilterForm, FilterText } from '@/app/admin/ui/filter-form'
import { ListPages } from '@/app/admin/ui/list-pages'
import { Live } from '@/app/admin/ui/live'
import { PageHead } from '@/app/admin/ui/page-head'
import { explanations } from '@/lib/attempts/reasons'
import { countAttempts, searchAttempts } from '@/lib/attempts/search'
import { columns } from './columns'
import { filters, toFilter } from './filter'
import { Totals } from './totals'
import { endChoices, hostChoices } from './words'

export const metadata: Metadata = { title: 'Connect Doctor' }

export default async function DoctorPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readAsking('/admin/doctor', searchParams, filters)
  const filter = toFilter(asking.filter)
  const [{ rows, next }, counts] = await Promise.all([
    searchAttempts(filter, asking),
    countAttempts(filter),
  ])
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
      <FilterForm asking={asking}>
        <FilterText asking={asking} name="text" label="Client or address begins with" />
        <FilterChoice
          asking={asking}
          name="host"
          label="Host"
          all="All hosts"
          options={hostChoices}
        />
        <FilterChoice asking={asking} name="end" label="End" all="Any end" options={endChoices} />
        <FilterChoice
          asking={asking}
          name="reason"
          label="Reason"
          all="Any reason"
          options={reasons}
        />
        <FilterText asking={asking} name="from" label="From" type="date" />
        <FilterText asking={asking} name="to" label="To" type="date" />
      </FilterForm>
      <Totals asking={asking} counts={counts} />
      <DataTable
        caption="Attempts to connect"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        asking={asking}
        sortedBy="at"
        empty={
          <>
            No attempt matches. If somebody is trying right now and nothing appears, something
            stands before this site:{' '}
            <a href="/admin/doctor/probe" className="link">
              look from outside
            </a>
            .
          </>
        }
      />
      <ListPages asking={asking} next={next} hasExport={rows.length > 0} />
    </>
  )
}

const reasons = [...explanations.keys()].map((reason): [string, string] => [reason, reason])
