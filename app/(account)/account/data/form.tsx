import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { getTranslator } from '@/lib/session/locale'
import { submitDelete } from './actions'

export async function DeleteForm({ email }: { email: string }) {
  const t = await getTranslator('data')
  return (
    <ActionForm act={submitDelete} className="mt-4 max-w-md space-y-5">
      <FormErrors />
      <Field
        name="email"
        label={t('delete.email')}
        hint={email}
        type="email"
        autoComplete="off"
        maxLength={254}
        dir="ltr"
      />
      <SubmitButton className="button button-danger">{t('delete.button')}</SubmitButton>
    </ActionForm>
  )
}
