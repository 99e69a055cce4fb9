import type { Metadata } from 'next'
import { ProviderButtons } from '@/app/(account)/provider-buttons'
import { SignedInAlready } from '@/app/(account)/signed-in-already'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { getListing } from '@/lib/listing/listing'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'
import { isSignUpOpen } from '@/lib/settings/ways-in'
import { SignUpClosed } from './closed'
import { SignUpForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('gettingIn')
  return { title: t('signUp.title'), description: t('signUp.description', await about()) }
}

const about = async () => ({ product: (await getListing()).name })

type SignUpPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const next = safeNext((await searchParams).next)
  const person = await getPerson()
  if (person) return <SignedInAlready person={person} next={next} />

  const t = await getTranslator('gettingIn')
  if (!(await isSignUpOpen())) return <SignUpClosed next={next} />
  const connecting = next?.startsWith('/interaction/')
  return (
    <Panel
      title={t(connecting ? 'signUp.connectTitle' : 'signUp.title')}
      lead={t('signUp.lead', await about())}
      isStep
    >
      <SignUpForm next={next} />
      <ProviderButtons next={next} />
      <p className="text-soft">
        {t.rich('signUp.haveOne', {
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
