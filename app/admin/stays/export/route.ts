import { requireStaffHere } from '@/app/admin/staff'
import { readAskingOf } from '@/app/admin/ui/asking'
import { csvResponse } from '@/app/admin/ui/csv-response'
import { readAll } from '@/lib/data/list'
import { listStays, type StayRow } from '@/lib/stays/admin/find-stays'
import { filters } from '../filters'

export async function GET(request: Request): Promise<Response> {
  const person = await requireStaffHere()
  if (person instanceof Response) return person
  const { filter, ...asked } = await readAskingOf(request, filters)
  return csvResponse(
    'stays',
    {
      slug: (row: StayRow) => row.slug,
      name: (row) => row.name,
      city: (row) => row.city,
      kind: (row) => row.kind,
      rating: (row) => row.rating / 10,
      rooms: (row) => row.rooms,
      upcoming: (row) => row.upcoming,
      withdrawn: (row) => row.withdrawnAt,
    },
    readAll((page) => listStays(filter, page), asked),
  )
}
