import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { getTranslator } from '@/lib/session/locale'
import { submitFinish } from './actions'

type FinishFormProps = { token: string; email: string; asksPassword: boolean }

export async function FinishForm({ token, email, asksPassword }: FinishFormProps) {
  const t = await getTranslator('mailed')
  return (
    <ActionForm act={submitFinish}>
      <FormErrors />
      <input type="hidden" name="token" value={token} />
      {asksPassword && (
        <>
          {/* For password managers: whose password this is. */}
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <Field
            name="password"
            label={t('verify.password')}
            type="password"
            autoComplete="current-password"
            autoFocus
          />
        </>
      )}
      <SubmitButton>{t('verify.finish')}</SubmitButton>
    </ActionForm>
  )
}
