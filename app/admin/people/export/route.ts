import { requireStaffHere } from '@/app/admin/staff'
import { readAskingOf } from '@/app/admin/ui/asking'
import { csvResponse } from '@/app/admin/ui/csv-response'
import { readAll } from '@/lib/data/list'
import { listPeople, type PersonRow } from '@/lib/people/find-people'
import { filters } from '../filters'

export async function GET(request: Request): Promise<Response> {
  const person = await requireStaffHere()
  if (person instanceof Response) return person
  const { filter, ...asked } = await readAskingOf(request, filters)
  return csvResponse(
    'people',
    {
      id: (row: PersonRow) => row.id,
      name: (row) => row.name,
      email: (row) => row.email,
      role: (row) => row.role,
      confirmed: (row) => row.emailVerified,
      since: (row) => row.createdAt,
      suspended: (row) => row.suspendedAt,
      leaving: (row) => row.deleteAfter,
    },
    readAll((page) => listPeople(filter, page), asked),
  )
}
