import type { Metadata } from 'next'
import { EmailForm } from '@/app/(account)/email-form'
import { NoMail } from '@/app/(account)/no-mail'
import { SignedInAlready } from '@/app/(account)/signed-in-already'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { canMail } from '@/lib/mail/mode'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'
import { readSetting } from '@/lib/settings/setting'
import { waysIn } from '@/lib/settings/ways-in'
import { submitMailSignIn } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('gettingIn')
  return { title: t('mail.title'), robots: { index: false } }
}

type MailSignInPageProps = {
  searchParams: Promise<{ next?: string | string[]; again?: string }>
}

export default async function MailSignInPage({ searchParams }: MailSignInPageProps) {
  if (!canMail() || !(await readSetting(waysIn)).mailedLink) return <NoMail />
  const { next: asked, again } = await searchParams
  const next = safeNext(asked)
  const person = await getPerson()
  if (person && !again) return <SignedInAlready person={person} next={next} />
  const t = await getTranslator('gettingIn')
  return (
    <Panel title={t('mail.title')} lead={t('mail.lead')} isStep>
      <EmailForm act={submitMailSignIn} next={next} button={t('mail.send')} />
      <p className="text-soft">
        <a href={signInHref(next)} className="link">
          {t('mail.usePassword')}
        </a>
      </p>
    </Panel>
  )
}
