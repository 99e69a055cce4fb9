import type { Metadata } from 'next'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { findInvitation } from '@/lib/people/invitations'
import { getPerson } from '@/lib/session/person'
import { submitTake } from './actions'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } }

type InvitedPageProps = { params: Promise<{ token: string }> }

export default async function InvitedPage({ params }: InvitedPageProps) {
  const { token } = await params
  const invitation = await findInvitation(token)
  if (!invitation) return <Ended />
  const { email, role } = invitation
  const person = await getPerson()
  if (person?.email !== email) {
    return (
      <SignInFirst
        title="You are invited"
        why={
          <>
            The invitation is for <bdi>{email}</bdi>: sign in with this address, or create an
            account with it.
          </>
        }
        next={`/operator/invited/${token}`}
      />
    )
  }
  const what = role === 'operator' ? 'run this site with us' : 'read how this site runs'
  return (
    <Panel
      title="You are invited"
      lead={`As ${role}, you can ${what}. The link then stops working.`}
    >
      <form action={submitTake}>
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button w-full">
          Take the invitation
        </button>
      </form>
    </Panel>
  )
}

const Ended = () => (
  <Panel
    title="This invitation does not work"
    lead="It was taken or revoked, or its seven days are over. Ask whoever invited you for another."
  >
    <a href="/" className="button button-quiet w-full">
      Go to the start page
    </a>
  </Panel>
)
