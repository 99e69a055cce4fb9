import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { getTranslator } from '@/lib/session/locale'
import { submitEmail } from './actions'

export async function EmailChangeForm() {
  const t = await getTranslator('account')
  return (
    <ActionForm act={submitEmail} className="mt-4 max-w-md space-y-5">
      <FormErrors />
      <Field
        name="email"
        label={t('email.new')}
        type="email"
        autoComplete="email"
        maxLength={254}
        dir="ltr"
        hint={t('email.hint')}
      />
      <Field
        name="currentPassword"
        label={t('email.password')}
        type="password"
        autoComplete="current-password"
      />
      <SubmitButton className="button">{t('email.save')}</SubmitButton>
    </ActionForm>
  )
}
