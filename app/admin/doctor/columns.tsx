import type { Column } from '@/app/admin/ui/data-table'
import { Moment } from '@/app/admin/ui/moment'
import { explain } from '@/lib/attempts/reasons'
import type { Found } from '@/lib/attempts/search'
import { EndBadge, toHostName, toStepTitle } from './words'

export const columns: Column<Found>[] = [
  {
    title: 'When',
    sort: 'at',
    cell: ({ id, startedAt }) => (
      <a href={`/admin/doctor/${id}`} className="link">
        <Moment at={startedAt} />
      </a>
    ),
  },
  {
    title: 'Host and client',
    cell: ({ host, clientName, clientId }) => (
      <>
        {toHostName(host)}
        {(clientName ?? clientId) && (
          <span className="block max-w-64 text-soft [overflow-wrap:anywhere]">
            <bdi>{clientName ?? clientId}</bdi>
          </span>
        )}
      </>
    ),
  },
  { title: 'End', cell: ({ end }) => <EndBadge end={end} /> },
  {
    title: 'Why',
    cell: ({ reason, step }) =>
      reason ? (
        <div className="max-w-96">
          {explain(reason).what}
          <code className="mt-1 block text-soft text-xs">{reason}</code>
        </div>
      ) : (
        <span className="text-soft">Last step: {toStepTitle(step)}</span>
      ),
  },
  { title: 'From', cell: ({ address }) => <span className="text-soft">{address}</span> },
]
