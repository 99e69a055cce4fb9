import { exportList } from '@/app/admin/ui/export-list'
import { listPeople } from '@/lib/people/find-people'
import { filters } from '../filters'

export const GET = exportList(
  { name: 'people', filters, list: listPeople },
  {
    id: (row) => row.id,
    name: (row) => row.name,
    email: (row) => row.email,
    role: (row) => row.role,
    confirmed: (row) => row.emailVerified,
    since: (row) => row.createdAt,
    suspended: (row) => row.suspendedAt,
    leaving: (row) => row.deleteAfter,
  },
)
