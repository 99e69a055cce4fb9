import type { Metadata } from 'next'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { resetHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { findSpentLink } from '@/lib/people/mail-links'
import { findReset } from '@/lib/people/password-reset'
import { safeNext } from '@/lib/session/next-path'
import { NewPasswordForm } from './form'

export const metadata: Metadata = {
  title: 'Choose a new password',
  robots: { index: false },
  // Not no-referrer: with that, browsers send forms without an origin.
  referrer: 'same-origin',
}

type NewPasswordPageProps = { params: Promise<{ token: string }> }

export default async function NewPasswordPage({ params }: NewPasswordPageProps) {
  const { token } = await params
  const link = await findReset(token)
  if (!link) {
    const next = safeNext((await findSpentLink(token))?.next)
    return <ExpiredLink again={resetHref(next)} text="Mail me a new link" />
  }
  return (
    <Panel
      title="Choose a new password"
      lead={
        <>
          For <strong className="text-ink">{link.email}</strong>. You are signed out everywhere and
          sign in with it then.
        </>
      }
      isStep
    >
      <NewPasswordForm token={token} email={link.email} />
    </Panel>
  )
}
