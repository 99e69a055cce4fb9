import type { Metadata } from 'next'
import { CodesForm } from '@/app/(account)/account/security/codes-form'
import { Panel } from '@/app/ui/panel'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { SubmitButton } from '@/app/ui/submit-button'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { submitNewCodes } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('security')
  return { title: t('codes.list'), robots: { index: false } }
}

type RecoveryCodesPageProps = { searchParams: Promise<{ ask?: string | string[] }> }

export default async function RecoveryCodesPage({ searchParams }: RecoveryCodesPageProps) {
  const t = await getTranslator('security')
  const person = await getPerson()
  if (!person) return <SignInFirst why={t('codes.signInFirst')} next="/account/security" />
  // They come with turning on that a passkey is asked for.
  const asks = (await searchParams).ask === 'passkey'
  return (
    <Panel title={t(asks ? 'codes.askTitle' : 'codes.title')}>
      <CodesForm act={submitNewCodes}>
        {asks && <input type="hidden" name="ask" value="passkey" />}
        <p>{t(asks ? 'codes.askLead' : 'codes.lead')}</p>
        <SubmitButton>{t(asks ? 'codes.askMake' : 'codes.make')}</SubmitButton>
        <a href="/account/security" className="button button-quiet w-full">
          {t(asks ? 'codes.askLeave' : 'codes.leave')}
        </a>
      </CodesForm>
    </Panel>
  )
}
