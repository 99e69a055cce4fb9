import type { ReactNode } from 'react'
import { ActionForm, type Answer } from '@/app/ui/action-form'
import { Field } from '@/app/ui/field'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'
import { getTranslator } from '@/lib/session/locale'

type EmailFormProps = {
  act: (previous: Answer, form: FormData) => Promise<Answer>
  next: string | null
  button: ReactNode
}

/** Asks for an address to send a link to. */
export async function EmailForm({ act, next, button }: EmailFormProps) {
  const t = await getTranslator('gettingIn')
  return (
    <ActionForm act={act}>
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
      <SubmitButton>{button}</SubmitButton>
    </ActionForm>
  )
}
