import type { Metadata } from 'next'
import { PasskeyButton } from '@/app/(account)/passkey-button'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { getSecondFactors } from '@/lib/people/second-factor'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { getHalfSignedIn } from '@/lib/session/second-step'
import { CodeForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('gettingIn')
  return { title: t('second.metaTitle'), robots: { index: false } }
}

type SecondStepPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SecondStepPage({ searchParams }: SecondStepPageProps) {
  const next = safeNext((await searchParams).next)
  const accountId = await getHalfSignedIn()
  if (!accountId) return <StartAgain next={next} />

  const t = await getTranslator('gettingIn')
  const { authenticator, passkeys } = await getSecondFactors(accountId)
  return (
    <Panel title={t('second.title')} lead={t('second.lead')} isStep>
      <CodeForm next={next} hasApp={authenticator !== null} />
      {passkeys > 0 && (
        <PasskeyButton
          act="second-step"
          text={t('passkey.second-step')}
          problem={t('passkey.problem.second-step')}
          next={next}
          className="button button-quiet w-full"
        />
      )}
      <p className="text-soft">
        {t.rich('second.notYou', {
          link: (text) => (
            <a href={signInHref(next)} className="link">
              {text}
            </a>
          ),
        })}
      </p>
    </Panel>
  )
}

async function StartAgain({ next }: { next: string | null }) {
  const t = await getTranslator('gettingIn')
  return (
    <Panel title={t('second.expired')} lead={t('second.expiredLead')} isStep>
      <a href={signInHref(next)} className="button w-full">
        {t('signIn.button')}
      </a>
    </Panel>
  )
}
