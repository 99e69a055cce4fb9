import { exportList } from '@/app/admin/ui/export-list'
import { listClients } from '@/lib/oauth/clients/list'
import { filters } from '../filters'

export const GET = exportList(
  { name: 'clients', filters, list: listClients },
  {
    id: (row) => row.id,
    name: (row) => row.name,
    kind: (row) => row.kind,
    preset: (row) => row.preset,
    suspended: (row) => row.isSuspended,
    listed: (row) => row.isListed,
    connections: (row) => row.connections,
    used: (row) => row.usedAt,
    error: (row) => row.lastError ?? row.documentError,
  },
)
