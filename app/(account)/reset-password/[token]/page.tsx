import type { Metadata } from 'next'
import { ExpiredLink } from '@/app/(account)/expired-link'
import { ownAddress } from '@/app/(account)/own-address'
import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { resetHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { SubmitButton } from '@/app/ui/submit-button'
import { findSpentLink } from '@/lib/people/mail-links'
import { findReset } from '@/lib/people/password-reset'
import { shortestPassword } from '@/lib/people/password-rules'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { submitNewPassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('mailed')
  // Not no-referrer: with that, browsers send forms without an origin.
  return { title: t('newPassword.title'), robots: { index: false }, referrer: 'same-origin' }
}

type NewPasswordPageProps = { params: Promise<{ token: string }> }

export default async function NewPasswordPage({ params }: NewPasswordPageProps) {
  const { token } = await params
  const t = await getTranslator('mailed')
  const link = await findReset(token)
  if (!link) {
    const next = safeNext((await findSpentLink(token))?.next)
    return <ExpiredLink again={resetHref(next)} text={t('reset.again')} />
  }
  const { email } = link
  return (
    <Panel
      title={t('newPassword.title')}
      lead={t.rich('newPassword.lead', { ...ownAddress, email })}
      isStep
    >
      <ActionForm act={submitNewPassword}>
        <FormErrors />
        <input type="hidden" name="token" value={token} />
        {/* For password managers: whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field
          name="password"
          label={t('newPassword.password')}
          type="password"
          autoComplete="new-password"
          hint={t('newPassword.hint', { count: shortestPassword })}
          autoFocus
        />
        <SubmitButton>{t('newPassword.save')}</SubmitButton>
      </ActionForm>
    </Panel>
  )
}
