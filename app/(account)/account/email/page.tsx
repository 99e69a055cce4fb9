import type { Metadata } from 'next'
import { SettingPage } from '@/app/(account)/account/setting-page'
import { SignInAgain } from '@/app/(account)/account/sign-in-again'
import { Unconfirmed } from '@/app/(account)/account/unconfirmed'
import { ownAddress } from '@/app/(account)/own-address'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { canMail, mailMode } from '@/lib/mail/mode'
import { getTranslator } from '@/lib/session/locale'
import { getPerson, isFresh } from '@/lib/session/person'
import { EmailChangeForm } from './change-form'
import { WaitingMail } from './waiting-mail'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('account')
  return { title: t('email.title'), robots: { index: false } }
}

type EmailPageProps = { searchParams: Promise<{ sent?: string; later?: string; saved?: string }> }

export default async function EmailPage({ searchParams }: EmailPageProps) {
  const t = await getTranslator('account')
  const person = await getPerson()
  if (!person) return <SignInFirst why={t('email.signInFirst')} next="/account/email" />
  const { sent, later, saved } = await searchParams
  const { email, emailVerified } = person
  const asking = await getTranslator('asking')
  const done = sent ? t('email.sent') : later ? t('email.later') : saved && asking('saved')
  return (
    <SettingPage
      title={t('email.title')}
      lead={
        <span className="[overflow-wrap:anywhere]">
          {t.rich(emailVerified ? 'email.confirmed' : 'email.yours', { ...ownAddress, email })}
        </span>
      }
      done={done}
    >
      {sent && mailMode() === 'outbox' && (
        <p className="mt-4">
          <a href="/outbox" className="link">
            {t('email.outbox')}
          </a>
        </p>
      )}
      {!emailVerified && !sent && <Unconfirmed />}
      <section aria-labelledby="change" className="card mt-6 p-6">
        <h2 id="change" className="text-xl">
          {t('email.change')}
        </h2>
        {canMail() && isFresh(person) && <EmailChangeForm />}
        {canMail() && !isFresh(person) && (
          <SignInAgain next="/account/email" what={t('email.again')} />
        )}
        {!canMail() && <p className="mt-2 text-soft">{t('email.noMail')}</p>}
      </section>
      {canMail() && <WaitingMail accountId={person.id} />}
    </SettingPage>
  )
}
