import type { Metadata } from 'next'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { ownAddress } from '@/app/(account)/own-address'
import { SignOutForm } from '@/app/(account)/sign-out/form'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { findEmailChange, ownerToConfirm } from '@/lib/people/email-change'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { submitEmailChange } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('mailed')
  // Not no-referrer: with that, browsers send forms without an origin.
  return { title: t('change.title'), robots: { index: false }, referrer: 'same-origin' }
}

type ChangeEmailPageProps = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ done?: string }>
}

/** A button, because mail programs open links to look at them. */
export default async function ChangeEmailPage({ params, searchParams }: ChangeEmailPageProps) {
  const { token } = await params
  const { done } = await searchParams
  const t = await getTranslator('mailed')
  if (done === 'changed') return <Done title={t('change.changed')} lead={t('change.changedLead')} />
  if (done === 'waiting') return <Done title={t('change.waiting')} lead={t('change.waitingLead')} />
  const link = await findEmailChange(token)
  if (!link) return <ExpiredLink again="/account/email" text={t('change.again')} />
  const owner = ownerToConfirm(link)
  const person = await getPerson()
  if (owner && person?.id !== owner) return <OwnerFirst token={token} email={person?.email} />
  const email = link.payload.newEmail ?? ''
  return (
    <Panel title={t('change.title')} lead={t.rich('change.lead', { ...ownAddress, email })} isStep>
      <form action={submitEmailChange}>
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button w-full">
          {t('change.confirm')}
        </button>
      </form>
    </Panel>
  )
}

async function OwnerFirst({ token, email }: { token: string; email: string | undefined }) {
  const t = await getTranslator('mailed')
  const next = `/change-email/${token}`
  if (!email) {
    return <SignInFirst title={t('verify.signIn')} why={t('change.owner')} next={next} />
  }
  return (
    <Panel
      title={t('verify.otherAccount')}
      lead={t.rich('verify.youAre', { ...ownAddress, email })}
      isStep
    >
      <p className="mb-5">{t('change.owner')}</p>
      <SignOutForm next={next} className="button w-full" />
    </Panel>
  )
}

async function Done({ title, lead }: { title: string; lead: string }) {
  const t = await getTranslator('mailed')
  return (
    <Panel title={title} lead={lead}>
      <a href="/account" className="button button-quiet w-full">
        {t('change.account')}
      </a>
    </Panel>
  )
}
