import type { ReactNode } from 'react'
import { ActionForm, type Answer } from '@/app/ui/action-form'
import { FormErrors } from '@/app/ui/form-errors'
import { SubmitButton } from '@/app/ui/submit-button'

type SettingFormProps = {
  id: string
  title: string
  lead: ReactNode
  act: (previous: Answer, form: FormData) => Promise<Answer>
  /** The version that the form shows: somebody else's change since then is told. */
  version?: number
  button?: string
  children?: ReactNode
}

export function SettingForm(props: SettingFormProps) {
  const { id, title, lead, act, version, button = 'Save', children } = props
  return (
    <section aria-labelledby={id} className="card p-6">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <p className="mt-1 max-w-2xl text-soft">{lead}</p>
      <ActionForm act={act} className="mt-4 max-w-md space-y-5">
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        <FormErrors />
        {children}
        <SubmitButton className="button">{button}</SubmitButton>
      </ActionForm>
    </section>
  )
}
