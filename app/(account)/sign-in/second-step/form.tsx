import { ActionForm } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { getTranslator } from '@/lib/session/locale'
import { submitCode } from './actions'

type CodeFormProps = { next: string | null; hasApp: boolean }

export async function CodeForm({ next, hasApp }: CodeFormProps) {
  const t = await getTranslator('gettingIn')
  return (
    <ActionForm act={submitCode}>
      <FormErrors />
      {next && <input type="hidden" name="next" value={next} />}
      <Field
        name="code"
        label={t('second.code')}
        hint={t(hasApp ? 'second.appHint' : 'second.recoveryHint')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        dir="ltr"
        autoFocus
      />
      <SubmitButton>{t('second.go')}</SubmitButton>
    </ActionForm>
  )
}
