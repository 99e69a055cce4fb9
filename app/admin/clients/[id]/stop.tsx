import { Act } from '@/app/admin/ui/act'
import { Section } from '@/app/admin/ui/section'
import type { ClientRow } from '@/lib/oauth/clients/list'
import { fieldsOf } from './about'
import { submitDelete, submitResume, submitSuspend } from './actions'

/** What takes a client away from everybody. */
export function Stop({ client }: { client: ClientRow }) {
  const { id, isSuspended, kind } = client
  return (
    <Section
      title={isSuspended ? 'Suspended' : 'Stop it'}
      lead={
        isSuspended
          ? 'Its connections open nothing and nobody can connect it. Taken back, they work as before.'
          : 'Suspended, its connections open nothing within a second, and nobody can connect it, until you take that back.'
      }
    >
      <div className="flex flex-wrap gap-3">
        {isSuspended ? (
          <Act act={submitResume} fields={{ id }}>
            Take the suspension back
          </Act>
        ) : (
          <Act act={submitSuspend} fields={{ id }} isDangerous>
            Suspend
          </Act>
        )}
        {kind === 'operator' && (
          <Act act={submitDelete} fields={fieldsOf(client)} isDangerous>
            Delete it and end its connections
          </Act>
        )}
      </div>
    </Section>
  )
}
