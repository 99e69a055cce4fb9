import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ownAddress } from '@/app/(account)/own-address'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { findSignUp, needsPassword } from '@/lib/people/sign-up-by-mail'
import { findVerification } from '@/lib/people/verification'
import { readAskedBrowser } from '@/lib/session/asked-browser'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { submitVerification } from './actions'
import { FinishForm } from './form'
import { SpentVerification } from './spent'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('mailed')
  // Not no-referrer: with that, browsers send forms without an origin.
  return { title: t('verify.title'), robots: { index: false }, referrer: 'same-origin' }
}

type VerifyPageProps = { params: Promise<{ token: string }> }

/** A button, because mail programs open links to look at them. */
export default async function VerifyPage({ params }: VerifyPageProps) {
  const { token } = await params
  const t = await getTranslator('mailed')
  const person = await getPerson()
  const signUp = await findSignUp(token)
  if (signUp) {
    const asksPassword = needsPassword(signUp, await readAskedBrowser())
    return (
      <Confirm email={signUp.email} more={asksPassword && t('verify.otherBrowser')}>
        <FinishForm token={token} email={signUp.email} asksPassword={asksPassword} />
      </Confirm>
    )
  }
  const link = await findVerification(token)
  if (link && person?.id !== link.accountId) {
    const why = t.rich('verify.why', { ...ownAddress, email: link.email })
    const next = `/verify-email/${token}`
    if (!person) return <SignInFirst title={t('verify.signIn')} why={why} next={next} />
    return (
      <Panel
        title={t('verify.otherAccount')}
        lead={
          <>
            {t.rich('verify.youAre', { ...ownAddress, email: person.email })} {why}
          </>
        }
        isStep
      >
        <SignOutForm next={next} text={t('verify.signOut')} className="button w-full" />
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
          {t('verify.confirm')}
        </button>
      </form>
    </Confirm>
  )
}

type ConfirmProps = { email: string; more?: string | false; children: ReactNode }

async function Confirm({ email, more, children }: ConfirmProps) {
  const t = await getTranslator('mailed')
  return (
    <Panel
      title={t('verify.title')}
      lead={
        <>
          {t.rich('verify.yours', { ...ownAddress, email })} {more}
        </>
      }
      isStep
    >
      {children}
    </Panel>
  )
}

async function Confirmed({ email }: { email: string }) {
  const t = await getTranslator('mailed')
  return (
    <Panel title={t('verify.done')} lead={<bdi>{email}</bdi>}>
      <a href="/account" className="button w-full">
        {t('verify.account')}
      </a>
    </Panel>
  )
}
