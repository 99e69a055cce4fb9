import type { Metadata } from 'next'
import { CodesForm } from '@/app/(account)/account/security/codes-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { signInAgainHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { SubmitButton } from '@/app/ui/submit-button'
import { getWaitingAuthenticator } from '@/lib/people/authenticator'
import { getTranslator } from '@/lib/session/locale'
import { getPerson, isFresh } from '@/lib/session/person'
import { submitFirstCode } from './actions'
import { Secret } from './secret'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('security')
  return { title: t('authenticator.title'), robots: { index: false } }
}

export default async function AuthenticatorPage() {
  const person = await getPerson()
  if (!person || !isFresh(person)) return <SignInAgain />
  const t = await getTranslator('security')
  const waiting = await getWaitingAuthenticator(person.id, person.email)
  return (
    <Panel title={t('authenticator.title')}>
      {/* Always there: without script the answer of the last code is this form’s too. */}
      <CodesForm act={submitFirstCode}>
        {waiting ? <FirstCode {...waiting} /> : <NothingWaits />}
      </CodesForm>
    </Panel>
  )
}

async function FirstCode(waiting: { uri: string; secret: string }) {
  const t = await getTranslator('security')
  return (
    <>
      <Secret {...waiting} />
      <FormErrors />
      <Field
        name="code"
        label={t('authenticator.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        dir="ltr"
      />
      <SubmitButton>{t('authenticator.turnOn')}</SubmitButton>
    </>
  )
}

async function NothingWaits() {
  const t = await getTranslator('security')
  return (
    <>
      <p>{t('authenticator.nothing')}</p>
      <a href="/account/security" className="button button-quiet w-full">
        {t('authenticator.back')}
      </a>
    </>
  )
}

async function SignInAgain() {
  const t = await getTranslator('security')
  return (
    <Panel title={t('authenticator.title')} lead={t('authenticator.again')}>
      <a href={signInAgainHref('/account/security')} className="button w-full">
        {t('authenticator.signIn')}
      </a>
    </Panel>
  )
}
