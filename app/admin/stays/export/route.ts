import { exportList } from '@/app/admin/ui/export-list'
import { listStays } from '@/lib/stays/admin/find-stays'
import { filters } from '../filters'

export const GET = exportList(
  { name: 'stays', filters, list: listStays },
  {
    slug: (row) => row.slug,
    name: (row) => row.name,
    city: (row) => row.city,
    kind: (row) => row.kind,
    rating: (row) => row.rating / 10,
    rooms: (row) => row.rooms,
    upcoming: (row) => row.upcoming,
    withdrawn: (row) => row.withdrawnAt,
  },
)
