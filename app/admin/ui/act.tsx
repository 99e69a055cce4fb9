import type { ReactNode } from 'react'
import { ActionForm, type Answer } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { SubmitButton } from '@/app/ui/submit-button'

export type Action = (previous: Answer, form: FormData) => Promise<Answer>

type ActProps = {
  act: Action
  /** What goes along unseen: the thing by its id, and its version as the operator saw it. */
  fields: Record<string, string | number>
  isDangerous?: boolean
  /** Inputs that stand before the button. */
  inputs?: ReactNode
  /** What the button does. */
  children: ReactNode
}

/** One thing that an operator can do, as a form. */
export const Act = ({ act, fields, isDangerous, inputs, children }: ActProps) => (
  <ActionForm act={act} className="flex flex-wrap items-end gap-3">
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <AnswerErrors title="Please correct this:" />
    {inputs}
    <SubmitButton
      className={`button button-small ${isDangerous ? 'button-danger' : 'button-quiet'}`}
    >
      {children}
    </SubmitButton>
  </ActionForm>
)
