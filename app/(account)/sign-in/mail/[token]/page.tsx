import type { Metadata } from 'next'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { ownAddress } from '@/app/(account)/own-address'
import { mailSignInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { findSpentLink } from '@/lib/people/mail-links'
import { findSignInLink } from '@/lib/people/sign-in-by-mail'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { submitSignInLink } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('gettingIn')
  // Not no-referrer: with that, browsers send forms without an origin.
  return { title: t('mail.title'), robots: { index: false }, referrer: 'same-origin' }
}

type SignInLinkPageProps = { params: Promise<{ token: string }> }

/** A button, because mail programs open links to look at them. */
export default async function SignInLinkPage({ params }: SignInLinkPageProps) {
  const { token } = await params
  const t = await getTranslator('gettingIn')
  const link = await findSignInLink(token)
  if (!link) {
    const next = safeNext((await findSpentLink(token))?.next)
    return <ExpiredLink again={mailSignInHref(next)} text={t('mail.again')} />
  }
  return (
    <Panel
      title={t('signIn.title')}
      lead={t.rich('mail.as', { ...ownAddress, email: link.email })}
      isStep
    >
      <form action={submitSignInLink}>
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button w-full">
          {t('signIn.button')}
        </button>
      </form>
    </Panel>
  )
}
