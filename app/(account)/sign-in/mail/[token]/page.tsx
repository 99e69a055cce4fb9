import type { Metadata } from 'next'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { mailSignInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { findSpentLink } from '@/lib/people/mail-links'
import { findSignInLink } from '@/lib/people/sign-in-by-mail'
import { safeNext } from '@/lib/session/next-path'
import { submitSignInLink } from './actions'

export const metadata: Metadata = {
  title: 'Sign in by mail',
  robots: { index: false },
  // Not no-referrer: with that, browsers send forms without an origin.
  referrer: 'same-origin',
}

type SignInLinkPageProps = { params: Promise<{ token: string }> }

/** A button, because mail programs open links to look at them. */
export default async function SignInLinkPage({ params }: SignInLinkPageProps) {
  const { token } = await params
  const link = await findSignInLink(token)
  if (!link) {
    const next = safeNext((await findSpentLink(token))?.next)
    return <ExpiredLink again={mailSignInHref(next)} text="Mail me a new link" />
  }
  return (
    <Panel
      title="Sign in"
      lead={
        <>
          As <strong className="text-ink">{link.email}</strong>, in this browser.
        </>
      }
      isStep
    >
      <form action={submitSignInLink}>
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button w-full">
          Sign in
        </button>
      </form>
    </Panel>
  )
}
