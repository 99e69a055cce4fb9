import { exportList } from '@/app/admin/ui/export-list'
import { listRequests } from '@/lib/release/requests'
import { filters } from '../filters'

export const GET = exportList(
  { name: 'requests', filters, list: listRequests },
  {
    at: (row) => row.at,
    person: (row) => row.accountId,
    name: (row) => row.name,
    email: (row) => row.email,
    note: (row) => row.note,
    refused: (row) => row.refusedAt,
  },
)
