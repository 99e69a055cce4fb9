import { Select } from '@/app/admin/ui/select'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { submitInvitation } from './actions'
import { MadeInvitation } from './made-invitation'

export const InviteForm = () => (
  <ActionForm act={submitInvitation} className="card mt-6 max-w-xl space-y-5 p-6">
    <MadeInvitation />
    <AnswerErrors title="Please correct this:" />
    <Field name="email" type="email" label="Email" autoComplete="off" />
    <Select
      name="role"
      label="Role"
      options={[
        ['analyst', 'Analyst: only reads'],
        ['operator', 'Operator: does everything'],
      ]}
    />
    <SubmitButton className="button">Invite</SubmitButton>
  </ActionForm>
)
