import type { Metadata } from 'next'
import { PasskeyButton } from '@/app/(account)/passkey-button'
import { ProviderButtons, ProviderProblem } from '@/app/(account)/provider-buttons'
import { SignedInAlready } from '@/app/(account)/signed-in-already'
import { mailSignInHref, resetHref, signUpHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { getListing } from '@/lib/listing/listing'
import { canMail } from '@/lib/mail/mode'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { getPerson } from '@/lib/session/person'
import { readSetting } from '@/lib/settings/setting'
import { waysIn } from '@/lib/settings/ways-in'
import { SignInForm } from './form'
import { Waiting } from './link/waiting'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('gettingIn')
  const description = t('signIn.description', { product: (await getListing()).name })
  return { title: t('signIn.title'), description }
}

type SignInPageProps = {
  searchParams: Promise<{
    next?: string | string[]
    again?: string
    changed?: string
    problem?: string
    link?: string
  }>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: asked, again, changed, problem, link } = await searchParams
  const next = safeNext(asked)
  const person = await getPerson()
  // `again`: the app wants to know that it is you, right now.
  if (person && !again) return <SignedInAlready person={person} next={next} />

  const t = await getTranslator('gettingIn')
  const { mailedLink, signUp } = await readSetting(waysIn)
  const connecting = next?.startsWith('/interaction/')
  return (
    <Panel title={t(connecting ? 'signIn.connectTitle' : 'signIn.title')} isStep>
      {changed && (
        <p role="status" className="rounded-lg bg-tint px-4 py-3 font-medium">
          {t('signIn.changed')}
        </p>
      )}
      <ProviderProblem problem={problem} />
      {link && <Waiting />}
      <SignInForm next={next} />
      {canMail() && (
        <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <a href={resetHref(next)} className="link">
            {t('signIn.forgot')}
          </a>
          {mailedLink && (
            <a href={mailSignInHref(next, Boolean(again))} className="link">
              {t('signIn.byMail')}
            </a>
          )}
        </p>
      )}
      <PasskeyButton
        act="sign-in"
        text={t('passkey.sign-in')}
        problem={t('passkey.problem.sign-in')}
        next={next}
        className="button button-quiet w-full"
      />
      <ProviderButtons next={next} />
      {signUp === 'open' && (
        <p className="text-soft">
          {t.rich('signIn.newHere', {
            link: (text) => (
              <a href={signUpHref(next)} className="link">
                {text}
              </a>
            ),
          })}
        </p>
      )}
    </Panel>
  )
}
