import type { Metadata } from 'next'
import { EmailForm } from '@/app/(account)/email-form'
import { NoMail } from '@/app/(account)/no-mail'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { canMail } from '@/lib/mail/mode'
import { safeNext } from '@/lib/session/next-path'
import { submitResetRequest } from './actions'

export const metadata: Metadata = { title: 'Forgot your password?', robots: { index: false } }

type ResetPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function ResetPage({ searchParams }: ResetPageProps) {
  if (!canMail()) return <NoMail />
  const next = safeNext((await searchParams).next)
  return (
    <Panel
      title="Forgot your password?"
      lead="Type the address of your account. We mail you a link to choose a new password."
      isStep
    >
      <EmailForm act={submitResetRequest} next={next} button="Mail me the link" />
      <p className="text-soft">
        Remember it after all?{' '}
        <a href={signInHref(next)} className="link">
          Sign in
        </a>
      </p>
    </Panel>
  )
}
