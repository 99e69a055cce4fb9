import { toLength, toNumber, toShare } from '@/app/admin/charts/numbers'
import { type Column, DataTable } from '@/app/admin/ui/data-table'
import { Part } from '@/app/admin/ui/part'
import type { listOperations } from '@/lib/stats/read-calls'

type Row = Awaited<ReturnType<typeof listOperations>>[number]

const columns: Column<Row>[] = [
  { title: 'Operation', cell: ({ operation }) => <code>{operation}</code> },
  { title: 'Over', cell: ({ surface }) => (surface === 'mcp' ? 'MCP' : 'API') },
  { title: 'Calls', cell: ({ calls }) => toNumber(calls), isNumber: true },
  { title: 'Failed', cell: ({ calls, failed }) => toShare(failed / calls), isNumber: true },
  { title: 'Refused', cell: ({ calls, refused }) => toShare(refused / calls), isNumber: true },
  { title: 'Half within', cell: ({ p50 }) => toLength(p50), isNumber: true },
  { title: '95 % within', cell: ({ p95 }) => toLength(p95), isNumber: true },
]

export const Operations = ({ operations }: { operations: Row[] }) => (
  <Part
    id="operations"
    title="Operations"
    lead="The last 7 days. Failed: on our side. Refused: for what was sent, without a sign-in, or too often."
  >
    <DataTable
      caption="Calls by operation in the last 7 days"
      columns={columns}
      rows={operations}
      keyOf={({ operation, surface }) => `${operation} ${surface}`}
      asking={{ path: '/admin', filter: {}, direction: 'desc', after: null }}
      empty="No app has called in the last 7 days."
    />
  </Part>
)
