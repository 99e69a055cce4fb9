import { Moment } from '@/app/admin/ui/moment'
import { Section } from '@/app/admin/ui/section'
import { listHeldOf } from '@/lib/confirmations/held-of-person'

/** What waits for the person's yes; what it is about is theirs. */
export async function HeldActions({ accountId }: { accountId: string }) {
  const held = await listHeldOf(accountId)
  return (
    <Section
      title="Held actions"
      lead={
        held.length === 0
          ? 'Nothing waits for their yes.'
          : 'What waits for their yes. Only they can read what it is about.'
      }
    >
      {held.length > 0 && (
        <ul className="space-y-2 text-sm">
          {held.map(({ id, operation, app, at, until }) => (
            <li key={id}>
              <code className="code">{operation}</code> by <bdi>{app ?? 'an app of before'}</bdi>,
              asked <Moment at={at} />, waits until <Moment at={until} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
