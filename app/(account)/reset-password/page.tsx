import type { Metadata } from 'next'
import { NoMail } from '@/app/(account)/no-mail'
import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { SubmitButton } from '@/app/ui/submit-button'
import { canMail } from '@/lib/mail/mode'
import { getTranslator } from '@/lib/session/locale'
import { safeNext } from '@/lib/session/next-path'
import { submitResetRequest } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('mailed')
  return { title: t('reset.title'), robots: { index: false } }
}

type ResetPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function ResetPage({ searchParams }: ResetPageProps) {
  if (!canMail()) return <NoMail />
  const t = await getTranslator('mailed')
  const next = safeNext((await searchParams).next)
  return (
    <Panel title={t('reset.title')} lead={t('reset.lead')} isStep>
      <ActionForm act={submitResetRequest}>
        <FormErrors />
        {next && <input type="hidden" name="next" value={next} />}
        <Field
          name="email"
          label={t('form.email')}
          type="email"
          autoComplete="username"
          maxLength={254}
          dir="ltr"
          autoFocus
        />
        <SubmitButton>{t('reset.send')}</SubmitButton>
      </ActionForm>
      <p className="text-soft">
        {t.rich('reset.remember', {
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
