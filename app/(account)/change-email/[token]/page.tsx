import type { Metadata } from 'next'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { Panel } from '@/app/ui/panel'
import { findEmailChange } from '@/lib/people/email-change'
import { submitEmailChange } from './actions'

export const metadata: Metadata = {
  title: 'Change your email address',
  robots: { index: false },
  // Not no-referrer: with that, browsers send forms without an origin.
  referrer: 'same-origin',
}

type ChangeEmailPageProps = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ done?: string }>
}

/** A button, because mail programs open links to look at them. */
export default async function ChangeEmailPage({ params, searchParams }: ChangeEmailPageProps) {
  const { token } = await params
  const { done } = await searchParams
  if (done === 'changed')
    return <Done title="Your address is changed" lead="Sign in with the new one from now on." />
  if (done === 'waiting') {
    return (
      <Done
        title="One of two"
        lead="Your address changes when the link that went to the other one is confirmed too."
      />
    )
  }
  const link = await findEmailChange(token)
  if (!link) return <ExpiredLink again="/account/email" text="Ask for the change again" />
  return (
    <Panel
      title="Change your email address"
      lead={
        <>
          The new address of your account is to be{' '}
          <strong className="text-ink">{link.payload.newEmail}</strong>.
        </>
      }
      isStep
    >
      <form action={submitEmailChange}>
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button w-full">
          Confirm
        </button>
      </form>
    </Panel>
  )
}

function Done({ title, lead }: { title: string; lead: string }) {
  return (
    <Panel title={title} lead={lead}>
      <a href="/account" className="button button-quiet w-full">
        Go to your account
      </a>
    </Panel>
  )
}
