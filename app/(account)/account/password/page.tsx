import type { Metadata } from 'next'
import { SettingPage } from '@/app/(account)/account/setting-page'
import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SignInFirst } from '@/app/ui/sign-in-first'
import { SubmitButton } from '@/app/ui/submit-button'
import { shortestPassword } from '@/lib/people/password-rules'
import { getTranslator } from '@/lib/session/locale'
import { getPerson } from '@/lib/session/person'
import { submitPassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('account')
  return { title: t('password.title'), robots: { index: false } }
}

type PasswordPageProps = { searchParams: Promise<{ changed?: string }> }

export default async function PasswordPage({ searchParams }: PasswordPageProps) {
  const t = await getTranslator('account')
  const person = await getPerson()
  if (!person) return <SignInFirst why={t('password.signInFirst')} next="/account/password" />
  const { changed } = await searchParams
  return (
    <SettingPage
      title={t('password.title')}
      lead={t('password.lead')}
      done={changed && t('password.changed')}
    >
      <section aria-label={t('password.change')} className="card mt-6 p-6">
        <ActionForm act={submitPassword} className="max-w-md space-y-5">
          <FormErrors />
          {/* For password managers: whose password this is. */}
          <input type="text" autoComplete="username" value={person.email} readOnly hidden />
          <Field
            name="currentPassword"
            label={t('password.current')}
            type="password"
            autoComplete="current-password"
          />
          <Field
            name="password"
            label={t('password.new')}
            type="password"
            autoComplete="new-password"
            hint={t('password.hint', { count: shortestPassword })}
          />
          <SubmitButton className="button">{t('password.save')}</SubmitButton>
        </ActionForm>
      </section>
    </SettingPage>
  )
}
