import { requireStaffHere } from '@/app/admin/staff'
import { readAskingOf } from '@/app/admin/ui/asking'
import { csvResponse } from '@/app/admin/ui/csv-response'
import { type AuditRow, listAudit } from '@/lib/audit/list'
import { readAll } from '@/lib/data/list'

export async function GET(request: Request): Promise<Response> {
  const person = await requireStaffHere()
  if (person instanceof Response) return person
  const { filter, ...asked } = await readAskingOf(request, ['act', 'target', 'actor'])
  return csvResponse(
    'audit',
    {
      at: (row: AuditRow) => row.at,
      who: (row) => row.actorId ?? 'command line',
      what: (row) => row.act,
      target: (row) => row.target,
      before: (row) => row.before,
      after: (row) => row.after,
      network: (row) => row.network,
      browser: (row) => row.browser,
    },
    readAll((page) => listAudit(filter, page), asked),
  )
}
