import type { Metadata } from 'next'
import { PasskeyButton } from '@/app/(account)/passkey-button'
import { SignedInAlready } from '@/app/(account)/signed-in-already'
import { signUpHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { product } from '@/lib/product'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'
import { SignInForm } from './form'

export const metadata: Metadata = {
  title: 'Sign in',
  description: `Sign in to ${product.name}.`,
}

type SignInPageProps = { searchParams: Promise<{ next?: string | string[]; again?: string }> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: asked, again } = await searchParams
  const next = safeNext(asked)
  const person = await getPerson()
  // `again`: the app wants to know that it is you, right now.
  if (person && !again) return <SignedInAlready person={person} next={next} />

  const connecting = next?.startsWith('/interaction/')
  return (
    <Panel title={connecting ? 'Sign in to continue connecting' : 'Sign in'} isStep>
      <SignInForm next={next} />
      <PasskeyButton
        act="sign-in"
        text="Use a passkey"
        next={next}
        className="button button-quiet w-full"
      />
      <p className="text-soft">
        New here?{' '}
        <a href={signUpHref(next)} className="link">
          Create an account first
        </a>
      </p>
    </Panel>
  )
}
