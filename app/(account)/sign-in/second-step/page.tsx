import type { Metadata } from 'next'
import { PasskeyButton } from '@/app/(account)/passkey-button'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { getSecondFactors } from '@/lib/people/second-factor'
import { safeNext } from '@/lib/session/next-path'
import { getHalfSignedIn } from '@/lib/session/second-step'
import { CodeForm } from './form'

export const metadata: Metadata = { title: 'Second step', robots: { index: false } }

type SecondStepPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SecondStepPage({ searchParams }: SecondStepPageProps) {
  const next = safeNext((await searchParams).next)
  const accountId = await getHalfSignedIn()
  if (!accountId) return <StartAgain next={next} />

  const { authenticator, passkeys } = await getSecondFactors(accountId)
  return (
    <Panel title="One more step" lead="Almost there. Now show that it is you." isStep>
      <CodeForm next={next} hasApp={authenticator !== null} />
      {passkeys > 0 && (
        <PasskeyButton
          act="second-step"
          text="Use a passkey instead"
          next={next}
          className="button button-quiet w-full"
        />
      )}
      <p className="text-soft">
        Not you?{' '}
        <a href={signInHref(next)} className="link">
          Sign in as somebody else
        </a>
      </p>
    </Panel>
  )
}

function StartAgain({ next }: { next: string | null }) {
  return (
    <Panel
      title="Please sign in again"
      lead="This step was done already, or it took longer than ten minutes."
      isStep
    >
      <a href={signInHref(next)} className="button w-full">
        Sign in
      </a>
    </Panel>
  )
}
