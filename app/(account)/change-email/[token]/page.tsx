import type { Metadata } from 'next'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { findEmailChange, ownerToConfirm } from '@/lib/people/email-change'
import { getPerson } from '@/lib/session/person'
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
  const owner = ownerToConfirm(link)
  const person = await getPerson()
  if (owner && person?.id !== owner) return <OwnerFirst token={token} email={person?.email} />
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

function OwnerFirst({ token, email }: { token: string; email: string | undefined }) {
  const why =
    'Sign in to the account that is to get this address, so that nobody else’s does. It is not yours? Then do nothing.'
  const next = `/change-email/${token}`
  if (!email) return <SignInFirst title="Sign in to confirm" why={why} next={next} />
  return (
    <Panel title="This is another account" lead={`You are ${email} here. ${why}`} isStep>
      <SignOutForm next={next} className="button w-full" />
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
