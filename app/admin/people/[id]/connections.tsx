import { ClientName } from '@/app/admin/clients/client-name'
import { Act } from '@/app/admin/ui/act'
import { Moment } from '@/app/admin/ui/moment'
import { Section } from '@/app/admin/ui/section'
import { listConnections, titleOf } from '@/lib/connections/connections'
import { listKnown } from '@/lib/oauth/clients/list'
import { submitEndConnections } from './actions'

type ConnectionsProps = { accountId: string; mayChange: boolean }

/** The apps that can act for a person, and what they may do. */
export async function Connections({ accountId, mayChange }: ConnectionsProps) {
  const connections = await listConnections(accountId)
  const known = await listKnown(connections.map(({ clientId }) => clientId))
  return (
    <Section
      title="Connections"
      lead={connections.length === 0 ? 'No app is connected.' : undefined}
    >
      {connections.length > 0 && (
        <ul className="space-y-4">
          {connections.map(({ id, clientId, clientName, scopes, createdAt }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-3">
              <p className="min-w-0 flex-1 basis-60 text-sm">
                <ClientName id={clientId} name={clientName} hasPage={known.has(clientId)} /> since{' '}
                <Moment at={createdAt} />
                <span className="block text-soft">{scopes.map(titleOf).join(', ')}</span>
              </p>
              {mayChange && (
                <Act
                  act={submitEndConnections}
                  fields={{ id: accountId, connection: id }}
                  isDangerous
                >
                  End<span className="sr-only"> {clientName}</span>
                </Act>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && connections.length > 1 && (
        <Act act={submitEndConnections} fields={{ id: accountId }} isDangerous>
          End all connections
        </Act>
      )}
    </Section>
  )
}
