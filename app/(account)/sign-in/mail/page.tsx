import type { Metadata } from 'next'
import { EmailForm } from '@/app/(account)/email-form'
import { NoMail } from '@/app/(account)/no-mail'
import { SignedInAlready } from '@/app/(account)/signed-in-already'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { canMail } from '@/lib/mail/mode'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'
import { submitMailSignIn } from './actions'

export const metadata: Metadata = { title: 'Sign in by mail', robots: { index: false } }

type MailSignInPageProps = {
  searchParams: Promise<{ next?: string | string[]; again?: string }>
}

export default async function MailSignInPage({ searchParams }: MailSignInPageProps) {
  if (!canMail()) return <NoMail />
  const { next: asked, again } = await searchParams
  const next = safeNext(asked)
  const person = await getPerson()
  if (person && !again) return <SignedInAlready person={person} next={next} />
  return (
    <Panel
      title="Sign in by mail"
      lead="Type the address of your account. We mail you a link that signs you in, without a password."
      isStep
    >
      <EmailForm act={submitMailSignIn} next={next} button="Mail me the link" />
      <p className="text-soft">
        <a href={signInHref(next)} className="link">
          Use your password instead
        </a>
      </p>
    </Panel>
  )
}
