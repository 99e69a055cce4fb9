import { Section } from '@/app/admin/ui/section'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { Choices } from '@/app/ui/choices'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Admission } from '@/lib/oauth/clients/admission-setting'
import { submitAdmission } from './actions'

const modes = [
  { value: 'open', text: 'All of them' },
  { value: 'report', text: 'All of them, and write down whom a list would keep out' },
  { value: 'listed', text: 'Only those on the list' },
]

const off = { value: 'off', text: 'None: registration is not offered' }

type AdmissionFormProps = { value: Admission; version: number; mayChange: boolean }

export const AdmissionForm = ({ value, version, mayChange }: AdmissionFormProps) => (
  <Section title="Admission">
    <ActionForm act={submitAdmission} className="space-y-5">
      <input type="hidden" name="version" value={version} />
      <AnswerErrors title="Please correct this:" />
      <Choices
        type="radio"
        name="documents"
        legend="Apps that publish themselves: the client ID is the address of a document"
        options={modes}
        chosen={[value.documents]}
      />
      <Choices
        type="radio"
        name="dynamic"
        legend="Apps that register themselves: listed are those that send people back to a known host"
        options={[off, ...modes]}
        chosen={[value.dynamic]}
      />
      {mayChange && <SubmitButton className="button">Save</SubmitButton>}
    </ActionForm>
  </Section>
)
