import { requireStaffHere } from '@/app/admin/staff'
import { readAskingOf } from '@/app/admin/ui/asking'
import { csvResponse } from '@/app/admin/ui/csv-response'
import { readAll } from '@/lib/data/list'
import { type ClientRow, listClients } from '@/lib/oauth/clients/list'

export async function GET(request: Request): Promise<Response> {
  const person = await requireStaffHere()
  if (person instanceof Response) return person
  const { filter, ...asked } = await readAskingOf(request, ['q', 'kind'])
  return csvResponse(
    'clients',
    {
      id: (row: ClientRow) => row.id,
      name: (row) => row.name,
      kind: (row) => row.kind,
      preset: (row) => row.preset,
      suspended: (row) => row.isSuspended,
      listed: (row) => row.isListed,
      connections: (row) => row.connections,
      used: (row) => row.usedAt,
      error: (row) => row.lastError ?? row.documentError,
    },
    readAll((page) => listClients(filter, page), asked),
  )
}
