import type { Metadata } from 'next'
import { ProviderButtons } from '@/app/(account)/provider-buttons'
import { SignedInAlready } from '@/app/(account)/signed-in-already'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { product } from '@/lib/product'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'
import { SignUpForm } from './form'

export const metadata: Metadata = {
  title: 'Create your account',
  description: `One account for ${product.name}, to use from the assistants you connect.`,
}

type SignUpPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const next = safeNext((await searchParams).next)
  const person = await getPerson()
  if (person) return <SignedInAlready person={person} next={next} />

  const connecting = next?.startsWith('/interaction/')
  return (
    <Panel
      title={connecting ? 'Create an account to continue connecting' : 'Create your account'}
      lead={`It takes a name, an email address and a password. ${product.name} is free to use.`}
      isStep
    >
      <SignUpForm next={next} />
      <ProviderButtons next={next} />
      <p className="text-soft">
        Already have an account?{' '}
        <a href={signInHref(next)} className="link">
          Sign in instead
        </a>
      </p>
    </Panel>
  )
}
