import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { findSignUp, needsPassword } from '@/lib/people/sign-up-by-mail'
import { findVerification } from '@/lib/people/verification'
import { readAskedBrowser } from '@/lib/session/asked-browser'
import { getPerson } from '@/lib/session/person'
import { submitVerification } from './actions'
import { FinishForm } from './form'
import { SpentVerification } from './spent'

export const metadata: Metadata = {
  title: 'Confirm your email address',
  robots: { index: false },
  // Not no-referrer: with that, browsers send forms without an origin.
  referrer: 'same-origin',
}

type VerifyPageProps = { params: Promise<{ token: string }> }

/** A button, because mail programs open links to look at them. */
export default async function VerifyPage({ params }: VerifyPageProps) {
  const { token } = await params
  const person = await getPerson()
  const signUp = await findSignUp(token)
  if (signUp) {
    const asksPassword = needsPassword(signUp, await readAskedBrowser())
    return (
      <Confirm email={signUp.email} more={asksPassword && otherBrowser}>
        <FinishForm token={token} email={signUp.email} asksPassword={asksPassword} />
      </Confirm>
    )
  }
  const link = await findVerification(token)
  if (link && person?.id !== link.accountId) {
    const why = `Sign in to the account of ${link.email}, so that nobody else's gets your address.`
    const next = `/verify-email/${token}`
    if (!person) return <SignInFirst title="Sign in to confirm" why={why} next={next} />
    return (
      <Panel title="This is another account" lead={`You are ${person.email} here. ${why}`} isStep>
        <SignOutForm next={next} className="button w-full" />
      </Panel>
    )
  }
  if (!link && person?.emailVerified) return <Confirmed email={person.email} />
  if (!link) return <SpentVerification token={token} isSignedIn={person !== null} />
  return (
    <Confirm email={link.email}>
      <form action={submitVerification}>
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button w-full">
          Confirm
        </button>
      </form>
    </Confirm>
  )
}

const otherBrowser =
  'You opened this in another browser than the one you began in: type the password that you chose there.'

type ConfirmProps = { email: string; more?: string | false; children: ReactNode }

function Confirm({ email, more, children }: ConfirmProps) {
  return (
    <Panel
      title="Confirm your email address"
      lead={
        <>
          <strong className="text-ink">{email}</strong> belongs to you. {more}
        </>
      }
      isStep
    >
      {children}
    </Panel>
  )
}

function Confirmed({ email }: { email: string }) {
  return (
    <Panel title="Your address is confirmed" lead={email}>
      <a href="/account" className="button w-full">
        Go to your account
      </a>
    </Panel>
  )
}
