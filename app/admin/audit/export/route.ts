import { exportList } from '@/app/admin/ui/export-list'
import { listAudit } from '@/lib/audit/list'
import { filters } from '../filters'

export const GET = exportList(
  { name: 'audit', filters, list: listAudit },
  {
    at: (row) => row.at,
    who: (row) => row.actorId ?? 'command line',
    what: (row) => row.act,
    target: (row) => row.target,
    before: (row) => row.before,
    after: (row) => row.after,
    network: (row) => row.network,
    browser: (row) => row.browser,
  },
)
