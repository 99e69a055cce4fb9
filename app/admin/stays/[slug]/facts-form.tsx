import { Section } from '@/app/admin/ui/section'
import { Select } from '@/app/admin/ui/select'
import { TextArea } from '@/app/admin/ui/text-area'
import { formatKind } from '@/app/stays/format'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { type StayForStaff, stayKinds } from '@/lib/stays/admin/find-stays'
import { submitFacts } from './actions'

export const FactsForm = ({ stay }: { stay: StayForStaff }) => (
  <Section
    title="What is said of it"
    lead="Assistants and guests read this as plain text: links and markup lead nowhere."
  >
    <ActionForm act={submitFacts} className="max-w-2xl space-y-5">
      <input type="hidden" name="slug" value={stay.slug} />
      <input type="hidden" name="version" value={stay.version} />
      <AnswerErrors title="Please correct this:" />
      <Field name="name" label="Name" defaultValue={stay.name} />
      <TextArea
        name="description"
        label="Description"
        hint="At most 1,000 characters."
        defaultValue={stay.description}
      />
      <Field name="address" label="Street address" defaultValue={stay.address} />
      <Select
        name="kind"
        label="Kind"
        options={stayKinds.map((kind) => [kind, formatKind(kind)])}
        chosen={stay.kind}
      />
      <Field
        name="amenities"
        label="Amenities"
        hint="Separated by commas."
        required={false}
        defaultValue={stay.amenities.join(', ')}
      />
      <SubmitButton className="button">Save</SubmitButton>
    </ActionForm>
  </Section>
)
