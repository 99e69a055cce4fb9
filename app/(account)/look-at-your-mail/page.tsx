import type { Metadata } from 'next'
import { type MailedFor, mailSignInHref, resetHref, signUpHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { mailMode } from '@/lib/mail/mode'
import { safeNext } from '@/lib/session/next-path'

export const metadata: Metadata = { title: 'Look at your mail', robots: { index: false } }

type Words = { lead: string; again: (next: string | null) => string }

const words: Record<MailedFor, Words> = {
  'sign-up': {
    lead: 'We sent a link to the address you typed. Open it in this browser, and your account is ready.',
    again: signUpHref,
  },
  'sign-in': {
    lead: 'We sent a mail to the address you typed. If it has an account, the link in it signs you in.',
    again: (next) => mailSignInHref(next),
  },
  reset: {
    lead: 'We sent a mail to the address you typed. If it has an account, the link in it lets you choose a new password.',
    again: resetHref,
  },
  email: {
    lead: 'We sent a mail to your new address and, if your old one was confirmed, to that too. Your address changes when each of them has confirmed.',
    again: () => '/account/email',
  },
}

type LookAtMailPageProps = {
  searchParams: Promise<{ for?: string | string[]; next?: string | string[] }>
}

/** The same whether the address has an account or not. */
export default async function LookAtMailPage({ searchParams }: LookAtMailPageProps) {
  const { for: why, next } = await searchParams
  const { lead, again } = words[isMailedFor(why) ? why : 'sign-in']
  return (
    <Panel title="Look at your mail" lead={lead} isStep>
      {mailMode() === 'outbox' && (
        <a href="/outbox" className="button w-full">
          Open the outbox of this site
        </a>
      )}
      <p className="text-soft">
        Nothing there after a minute? Look into the spam folder, or{' '}
        <a href={again(safeNext(next))} className="link">
          try it again
        </a>
        .
      </p>
    </Panel>
  )
}

const isMailedFor = (why: unknown): why is MailedFor =>
  typeof why === 'string' && Object.hasOwn(words, why)
