import type { Asking } from '@/app/admin/ui/asking'
import { Badge } from '@/app/admin/ui/badge'
import { type Column, DataTable } from '@/app/admin/ui/data-table'
import { Moment } from '@/app/admin/ui/moment'
import { Part } from '@/app/admin/ui/part'
import { ActionForm } from '@/app/ui/action-form'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { lastSweep } from '@/lib/sweep/last'
import { submitSweep } from './actions'

type Swept = Awaited<ReturnType<typeof lastSweep>>[number]

/** Rows that are kept no longer: what the last sweep found in each room, and whether more waits. */
export async function Sweep({ asking }: { asking: Asking }) {
  return (
    <Part
      id="sweep"
      title="Expired rows"
      lead="Every ten minutes a sweep removes what is kept no longer; on Vercel, cron asks for it."
    >
      <DataTable
        caption="The last sweep of each room"
        columns={columns}
        rows={await lastSweep()}
        keyOf={({ room }) => room}
        asking={asking}
        empty="No sweep has run yet. It begins ten minutes after the start; or start one now."
      />
      <ActionForm act={submitSweep} className="mt-4 space-y-3">
        <FormErrors />
        <SubmitButton className="button button-quiet button-small">Sweep now</SubmitButton>
      </ActionForm>
    </Part>
  )
}

const columns: Column<Swept>[] = [
  { title: 'Room', cell: ({ room }) => room },
  { title: 'When', cell: ({ at }) => <Moment at={at} /> },
  { title: 'Rows removed', isNumber: true, cell: ({ rows }) => rows },
  { title: 'Milliseconds', isNumber: true, cell: ({ ms }) => ms },
  {
    title: 'State',
    cell: ({ error, more }) =>
      error ? (
        <Badge tone="bad">{error}</Badge>
      ) : (
        <Badge tone={more ? 'warn' : 'good'}>{more ? 'More waits' : 'Nothing waits'}</Badge>
      ),
  },
]
