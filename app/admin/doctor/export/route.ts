import { exportList } from '@/app/admin/ui/export-list'
import { searchAttempts } from '@/lib/attempts/search'
import { filters, toFilter } from '../filter'

export const GET = exportList(
  { name: 'attempts', filters, list: (filter, page) => searchAttempts(toFilter(filter), page) },
  {
    started: (row) => row.startedAt,
    updated: (row) => row.updatedAt,
    host: (row) => row.host,
    client: (row) => row.clientId,
    name: (row) => row.clientName,
    address: (row) => row.address,
    end: (row) => row.end ?? 'open',
    reason: (row) => row.reason,
    lastStep: (row) => row.step,
  },
)
