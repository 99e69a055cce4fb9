import { submitAskVerification } from '@/app/(account)/account/email/actions'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { signInHref, signUpHref } from '@/app/ui/hrefs'
import { findSpentLink } from '@/lib/people/mail-links'
import { safeNext } from '@/lib/session/next-path'

type SpentVerificationProps = { token: string; isSignedIn: boolean }

/** How whoever holds a spent link gets on: by a new one, or without, where it did its work. */
export async function SpentVerification({ token, isSignedIn }: SpentVerificationProps) {
  const spent = await findSpentLink(token)
  const next = safeNext(spent?.next)
  if (isSignedIn) {
    return (
      <ExpiredLink again="/account/email" text="Get a new one">
        <form action={submitAskVerification}>
          <button type="submit" className="button w-full">
            Mail me a new link
          </button>
        </form>
      </ExpiredLink>
    )
  }
  if (spent?.purpose !== 'sign_up') {
    return <ExpiredLink again={signInHref('/account/email')} text="Sign in and get a new one" />
  }
  // Used, it made the account.
  return spent.wasUsed ? (
    <ExpiredLink again={signInHref(next)} text="Sign in" />
  ) : (
    <ExpiredLink again={signUpHref(next)} text="Create the account again" />
  )
}
