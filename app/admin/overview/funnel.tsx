import { toNumber, toShare } from '@/app/admin/charts/numbers'
import { ShareBar } from '@/app/admin/charts/share-bar'
import { type Column, DataTable } from '@/app/admin/ui/data-table'
import { Part } from '@/app/admin/ui/part'
import type { Funnel as FunnelFigures, HostFunnel, Stage } from '@/lib/attempts/funnel'
import { hosts } from '@/lib/hosts'

const names: Record<Stage, string> = {
  started: 'Began',
  asked: 'Sent a person here',
  signedIn: 'Person signed in',
  allowed: 'Person allowed it',
  exchanged: 'Got its token',
  called: 'Made its first call',
}

const share = (part: keyof HostFunnel) => (row: HostFunnel) =>
  `${toNumber(Number(row[part]))} (${toShare(Number(row[part]) / row.started)})`

const columns: Column<HostFunnel>[] = [
  { title: 'Host', cell: ({ host }) => <HostLink host={host} /> },
  { title: 'Started', cell: ({ started }) => toNumber(started), isNumber: true },
  { title: 'Completed', cell: share('completed'), isNumber: true },
  { title: 'Failed', cell: share('failed'), isNumber: true },
  { title: 'Declined', cell: share('declined'), isNumber: true },
  { title: 'Abandoned', cell: share('abandoned'), isNumber: true },
  { title: 'Open', cell: ({ open }) => toNumber(open), isNumber: true },
]

const HostLink = ({ host }: Pick<HostFunnel, 'host'>) => (
  <a href={`/admin/doctor?host=${host}`} className="link">
    {hosts[host].name}
  </a>
)

export function Funnel({ funnel }: { funnel: FunnelFigures }) {
  const began = funnel.stages[0]?.reached ?? 0
  return (
    <Part
      id="funnel"
      title="Attempts to connect"
      lead="Those that began in the last 7 days: how far they came, and how they ended with each host."
    >
      <ol className="card mt-4 grid gap-3 p-4 text-sm sm:p-5">
        {funnel.stages.map(({ stage, reached }) => (
          <li
            key={stage}
            className="grid grid-cols-2 items-center gap-x-4 gap-y-1 sm:grid-cols-[11rem_1fr_9rem]"
          >
            <span>{names[stage]}</span>
            <span className="order-3 col-span-2 sm:order-none sm:col-span-1">
              <ShareBar share={began === 0 ? 0 : reached / began} />
            </span>
            <span className="text-end tabular-nums">
              {toNumber(reached)}
              {began > 0 && <span className="text-soft"> · {toShare(reached / began)}</span>}
            </span>
          </li>
        ))}
      </ol>
      <DataTable
        caption="How attempts ended, by host"
        columns={columns}
        rows={funnel.hosts}
        keyOf={({ host }) => host}
        asking={{ path: '/admin', filter: {}, direction: 'desc', after: null }}
        empty="No app has tried to connect in the last 7 days."
      />
    </Part>
  )
}
