import { requireStaffHere } from '@/app/admin/staff'
import { readAskingOf } from '@/app/admin/ui/asking'
import { csvResponse } from '@/app/admin/ui/csv-response'
import { type Found, searchAttempts } from '@/lib/attempts/search'
import { readAll } from '@/lib/data/list'
import { filters, toFilter } from '../filter'

export async function GET(request: Request): Promise<Response> {
  const person = await requireStaffHere()
  if (person instanceof Response) return person
  const { filter, ...asked } = await readAskingOf(request, filters)
  return csvResponse(
    'attempts',
    {
      started: (row: Found) => row.startedAt,
      updated: (row) => row.updatedAt,
      host: (row) => row.host,
      client: (row) => row.clientId,
      name: (row) => row.clientName,
      address: (row) => row.address,
      end: (row) => row.end ?? 'open',
      reason: (row) => row.reason,
      lastStep: (row) => row.step,
    },
    readAll((page) => searchAttempts(toFilter(filter), page), asked),
  )
}
