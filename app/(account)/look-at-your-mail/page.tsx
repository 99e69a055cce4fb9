import type { Metadata } from 'next'
import { type MailedFor, mailSignInHref, resetHref, signUpHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { mailMode } from '@/lib/mail/mode'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('mailed')
  return { title: t('look.title'), robots: { index: false } }
}

const again: Record<MailedFor, (next: string | null) => string> = {
  'sign-up': signUpHref,
  'sign-in': (next) => mailSignInHref(next),
  reset: resetHref,
  email: () => '/account/email',
}

type LookAtMailPageProps = {
  searchParams: Promise<{ for?: string | string[]; next?: string | string[] }>
}

/** The same whether the address has an account or not. */
export default async function LookAtMailPage({ searchParams }: LookAtMailPageProps) {
  const { for: asked, next } = await searchParams
  const why = isMailedFor(asked) ? asked : 'sign-in'
  const t = await getTranslator('mailed')
  return (
    <Panel title={t('look.title')} lead={t(`look.lead.${why}`)} isStep>
      {mailMode() === 'outbox' && (
        <a href="/outbox" className="button w-full">
          {t('look.outbox')}
        </a>
      )}
      <p className="text-soft">
        {t.rich('look.again', {
          link: (text) => (
            <a href={again[why](safeNext(next))} className="link">
              {text}
            </a>
          ),
        })}
      </p>
    </Panel>
  )
}

const isMailedFor = (why: unknown): why is MailedFor =>
  typeof why === 'string' && Object.hasOwn(again, why)
