import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { Act } from '@/app/admin/ui/act'
import { FreshFirst } from '@/app/admin/ui/fresh-first'
import { Moment } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { Section } from '@/app/admin/ui/section'
import { listInvitations } from '@/lib/people/invitations'
import { submitRevoke } from './actions'
import { InviteForm } from './form'

export const metadata: Metadata = { title: 'Invitations' }

export default async function InvitationsPage() {
  const person = await requireStaff()
  const invitations = await listInvitations()
  return (
    <>
      <PageHead
        title="Invite operators and analysts"
        lead="An invitation works once, within seven days, for an account with the address that you name."
      >
        <a href="/admin/people" className="button button-quiet button-small">
          All people
        </a>
      </PageHead>
      <FreshFirst person={person} page="/admin/people/invitations" what="invite somebody">
        <InviteForm />
      </FreshFirst>
      <Section
        title="Open invitations"
        lead={invitations.length === 0 ? 'Nobody is invited now.' : undefined}
      >
        {invitations.length > 0 && (
          <ul className="space-y-3">
            {invitations.map(({ id, email, role, expiresAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 text-sm">
                <p className="min-w-0 flex-1 basis-60">
                  <bdi>{email}</bdi> as {role}, until <Moment at={expiresAt} />
                </p>
                {person.role === 'operator' && (
                  <Act act={submitRevoke} fields={{ id }} isDangerous>
                    Revoke<span className="sr-only"> {email}</span>
                  </Act>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
