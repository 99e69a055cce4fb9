import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { shortestPassword } from '@/lib/people/password-rules'
import { getTranslator } from '@/lib/session/locale'
import { submitSignUp } from './actions'

export async function SignUpForm({ next }: { next: string | null }) {
  const t = await getTranslator('gettingIn')
  return (
    <ActionForm act={submitSignUp}>
      <FormErrors />
      {next && <input type="hidden" name="next" value={next} />}
      <Field
        name="name"
        label={t('name')}
        autoComplete="name"
        maxLength={80}
        dir="auto"
        autoFocus
      />
      <Field
        name="email"
        label={t('email')}
        type="email"
        autoComplete="email"
        maxLength={254}
        dir="ltr"
      />
      <Field
        name="password"
        label={t('password')}
        type="password"
        autoComplete="new-password"
        hint={t('signUp.hint', { count: shortestPassword })}
      />
      <SubmitButton>{t('signUp.button')}</SubmitButton>
    </ActionForm>
  )
}
