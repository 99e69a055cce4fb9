import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { getTranslator } from '@/lib/session/locale'
import { submitSignIn } from './actions'

export async function SignInForm({ next }: { next: string | null }) {
  const t = await getTranslator('gettingIn')
  return (
    <ActionForm act={submitSignIn}>
      <FormErrors />
      {next && <input type="hidden" name="next" value={next} />}
      <Field
        name="email"
        label={t('email')}
        type="email"
        autoComplete="username"
        maxLength={254}
        dir="ltr"
        autoFocus
      />
      <Field
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
      />
      <SubmitButton>{t('signIn.button')}</SubmitButton>
    </ActionForm>
  )
}
