import type { Metadata } from 'next'
import { SettingPage } from '@/app/(account)/account/setting-page'
import { SignInAgain } from '@/app/(account)/account/sign-in-again'
import { Unconfirmed } from '@/app/(account)/account/unconfirmed'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { canMail, mailMode } from '@/lib/mail/mode'
import { getPerson, isFresh } from '@/lib/session/person'
import { EmailChangeForm } from './form'
import { WaitingMail } from './waiting-mail'

export const metadata: Metadata = { title: 'Email address', robots: { index: false } }

type EmailPageProps = { searchParams: Promise<{ sent?: string; later?: string; saved?: string }> }

export default async function EmailPage({ searchParams }: EmailPageProps) {
  const person = await getPerson()
  if (!person) return <SignInFirst why="Then you can change your address." next="/account/email" />
  const { sent, later, saved } = await searchParams
  const done = sent
    ? 'Look at your mail: we sent you the link.'
    : later
      ? 'We sent you several mails already. Wait an hour before you ask for another.'
      : saved && 'Saved.'
  return (
    <SettingPage
      title="Email address"
      lead={
        <>
          Yours is <strong className="text-ink [overflow-wrap:anywhere]">{person.email}</strong>
          {person.emailVerified ? ', and it is confirmed.' : '.'}
        </>
      }
      done={done}
    >
      {sent && mailMode() === 'outbox' && (
        <p className="mt-4">
          <a href="/outbox" className="link">
            Open the outbox of this site
          </a>
        </p>
      )}
      {!person.emailVerified && !sent && <Unconfirmed />}
      <section aria-labelledby="change" className="card mt-6 p-6">
        <h2 id="change" className="text-xl">
          Change it
        </h2>
        {canMail() && isFresh(person) && <EmailChangeForm />}
        {canMail() && !isFresh(person) && (
          <SignInAgain next="/account/email" what="To change your address" />
        )}
        {!canMail() && (
          <p className="mt-2 text-soft">
            This site sends no mail, so it cannot check a new address.
          </p>
        )}
      </section>
      {canMail() && <WaitingMail accountId={person.id} />}
    </SettingPage>
  )
}
