import { Act } from '@/app/admin/ui/act'
import { Section } from '@/app/admin/ui/section'
import type { PersonRow } from '@/lib/people/find-people'
import { submitEndSessions, submitResume, submitSuspend } from './actions'

type StopProps = { person: PersonRow; isSelf: boolean }

/** What takes the site away from a person, for a moment or until it is taken back. */
export function Stop({ person, isSelf }: StopProps) {
  const { id, suspendedAt } = person
  return (
    <Section
      title={suspendedAt ? 'Suspended' : 'Stop'}
      lead={
        suspendedAt
          ? 'Nobody can sign in to this account, and its connections and keys open nothing. Taken back, they work as before.'
          : 'Suspended, the account is signed out everywhere and its connections and keys open nothing within a second, until you take that back.'
      }
    >
      <div className="flex flex-wrap gap-3">
        {!suspendedAt && (
          <Act act={submitEndSessions} fields={{ id }} isDangerous>
            Sign them out everywhere
          </Act>
        )}
        {suspendedAt && (
          <Act act={submitResume} fields={{ id }}>
            Take the suspension back
          </Act>
        )}
        {!suspendedAt && !isSelf && (
          <Act act={submitSuspend} fields={{ id }} isDangerous>
            Suspend
          </Act>
        )}
      </div>
    </Section>
  )
}
