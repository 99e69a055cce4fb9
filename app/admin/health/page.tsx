import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { readAsking, type SearchParams } from '@/app/admin/ui/asking'
import { type Column, DataTable } from '@/app/admin/ui/data-table'
import { Done } from '@/app/admin/ui/done'
import { Live } from '@/app/admin/ui/live'
import { PageHead } from '@/app/admin/ui/page-head'
import { Part } from '@/app/admin/ui/part'
import { type DatabaseFigures, readDatabaseFigures } from '@/lib/data/figures'
import { listFailed } from '@/lib/ready'
import { Checks } from './checks'
import { Sweep } from './sweep'
import { toSize } from './to-size'
import { Versions } from './versions'

export const metadata: Metadata = { title: 'Health' }

export default async function HealthPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const asking = await readAsking('/admin/health', searchParams, ['swept'])
  const [failed, figures] = await Promise.all([listFailed(), readDatabaseFigures()])
  return (
    <>
      <PageHead
        title="Health"
        lead="What must hold for calls to be answered. Monitors ask /health and /ready; METRICS_TOKEN opens /metrics."
      >
        <Live seconds={10} />
      </PageHead>
      {asking.filter.swept && <Done>Swept. What was found stands below.</Done>}
      <Checks failed={failed} />
      <Sweep asking={asking} />
      <Part
        id="tables"
        title="Database"
        lead={`${toSize(figures.bytes)} in all. The largest tables:`}
      >
        <DataTable
          caption="The largest tables"
          columns={columns}
          rows={figures.tables}
          keyOf={({ name }) => name}
          asking={asking}
          empty="There are no tables."
        />
      </Part>
      <Versions figures={figures} />
    </>
  )
}

const count = new Intl.NumberFormat('en')

const columns: Column<DatabaseFigures['tables'][number]>[] = [
  { title: 'Table', cell: ({ name }) => name },
  {
    title: 'Rows, about',
    isNumber: true,
    cell: ({ rows }) => (rows === null ? 'Not counted' : count.format(rows)),
  },
  { title: 'Size', isNumber: true, cell: ({ bytes }) => toSize(bytes) },
]
