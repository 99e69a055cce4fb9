import { DataTable } from '@/app/admin/ui/data-table'
import { Moment } from '@/app/admin/ui/moment'
import type { AdmissionReport } from '@/lib/oauth/clients/admission-reports'
import { ClientName } from '../client-name'

type ReportsProps = { reports: AdmissionReport[]; known: Set<string> }

/** Whom a list would have kept out, while all are let in. */
export const Reports = ({ reports, known }: ReportsProps) => (
  <section aria-labelledby="reports">
    <h2 id="reports" className="mt-8 text-xl">
      A list would have kept out
    </h2>
    <DataTable
      caption="Clients that a list would have kept out"
      columns={[
        {
          title: 'Client',
          cell: ({ clientId, name }) => (
            <span>
              <ClientName id={clientId} name={name || clientId} hasPage={known.has(clientId)} />
              <br />
              <code className="text-soft text-xs">{clientId}</code>
            </span>
          ),
        },
        { title: 'Times', isNumber: true, cell: ({ count }) => count },
        { title: 'First', cell: ({ firstAt }) => <Moment at={firstAt} /> },
        { title: 'Last', cell: ({ lastAt }) => <Moment at={lastAt} /> },
      ]}
      rows={reports}
      keyOf={({ clientId }) => clientId}
      asking={{ path: '/admin/clients/admission', filter: {} }}
      empty="Nobody is written down. Choose the second mode for a while before you let in listed apps only: it shows here whom that would turn away."
    />
  </section>
)
