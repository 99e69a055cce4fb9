import type { Metadata } from 'next'
import { ProviderProblem } from '@/app/(account)/provider-buttons'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { listIdentities } from '@/lib/people/identities'
import { listPasskeys } from '@/lib/people/passkeys'
import { getSecondFactors } from '@/lib/people/second-factor'
import { getPerson, isFresh } from '@/lib/session/person'
import { SignInAgain } from '../sign-in-again'
import { LinkedSection } from './linked'
import { PasskeySection } from './passkeys'
import { TwoStepSection } from './two-step'

export const metadata: Metadata = { title: 'Security', robots: { index: false } }

type SecurityPageProps = {
  searchParams: Promise<{ done?: string | string[]; problem?: string | string[] }>
}

export default async function SecurityPage({ searchParams }: SecurityPageProps) {
  const person = await getPerson()
  if (!person) return <SignInFirst why="Then you see how you sign in." next="/account/security" />
  const { done: what, problem } = await searchParams
  const done = news.get(String(what))
  const mayChange = isFresh(person)

  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6 sm:pt-14">
      <p className="text-sm">
        <a href="/account" className="link">
          Your account
        </a>
      </p>
      <h1 className="mt-2 text-3xl">Security</h1>
      {done && (
        <p role="status" className="mt-6 rounded-lg bg-tint px-4 py-3 font-medium">
          {done}
        </p>
      )}
      {problem && (
        <div className="mt-6">
          <ProviderProblem problem={String(problem)} />
        </div>
      )}
      {!mayChange && <SignInAgain next="/account/security" />}
      <PasskeySection passkeys={await listPasskeys(person.id)} mayChange={mayChange} />
      <TwoStepSection factors={await getSecondFactors(person.id)} mayChange={mayChange} />
      <LinkedSection identities={await listIdentities(person.id)} mayChange={mayChange} />
    </div>
  )
}

const news = new Map([
  ['passkey-added', 'Passkey added. You can sign in with it from now on.'],
  ['passkey-renamed', 'Passkey renamed.'],
  ['passkey-removed', 'Passkey removed. It signs nobody in any more.'],
  ['linked', 'Linked. You can sign in with it from now on.'],
  ['unlinked', 'Unlinked. It does not sign in here any more.'],
  ['turned-off', 'Two-step sign-in is off. Nothing more is asked for when you sign in.'],
])
