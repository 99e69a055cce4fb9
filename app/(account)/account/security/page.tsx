import type { Metadata } from 'next'
import { SettingPage } from '@/app/(account)/account/setting-page'
import { SignInAgain } from '@/app/(account)/account/sign-in-again'
import { ProviderProblem } from '@/app/(account)/provider-buttons'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { listIdentities } from '@/lib/people/identities'
import { listPasskeys } from '@/lib/people/passkeys'
import { getSecondFactors } from '@/lib/people/second-factor'
import { getTranslator } from '@/lib/session/locale'
import { getPerson, isFresh } from '@/lib/session/person'
import { LinkedSection } from './linked'
import { PasskeySection } from './passkeys'
import { TwoStepSection } from './two-step'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('security')
  return { title: t('title'), robots: { index: false } }
}

type SecurityPageProps = {
  searchParams: Promise<{ done?: string | string[]; problem?: string | string[] }>
}

const news = [
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
  'linked',
  'unlinked',
  'turned-off',
] as const

export default async function SecurityPage({ searchParams }: SecurityPageProps) {
  const t = await getTranslator('security')
  const person = await getPerson()
  if (!person) return <SignInFirst why={t('signInFirst')} next="/account/security" />
  const { done, problem } = await searchParams
  const what = news.find((one) => one === done)
  const mayChange = isFresh(person)

  return (
    <SettingPage title={t('title')} done={what && t(`done.${what}`)}>
      {problem && (
        <div className="mt-6">
          <ProviderProblem problem={String(problem)} />
        </div>
      )}
      {!mayChange && <SignInAgain next="/account/security" />}
      <PasskeySection passkeys={await listPasskeys(person.id)} mayChange={mayChange} />
      <TwoStepSection factors={await getSecondFactors(person.id)} mayChange={mayChange} />
      <LinkedSection identities={await listIdentities(person.id)} mayChange={mayChange} />
    </SettingPage>
  )
}
