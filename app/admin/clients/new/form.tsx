import { Select } from '@/app/admin/ui/select'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { presets } from '@/lib/oauth/clients/presets'
import { MadeSecret } from '../made-secret'
import { submitClient } from './actions'

export const NewClientForm = () => (
  <ActionForm act={submitClient} className="card mt-6 max-w-xl space-y-5 p-6">
    <MadeSecret />
    <AnswerErrors title="Please correct this:" />
    <Select
      name="preset"
      label="Host"
      options={Object.entries(presets).map(([name, { title }]) => [name, title])}
    />
    <Field
      name="name"
      label="Name"
      hint="What people see when they are asked. Left empty, it is the host’s."
      required={false}
      maxLength={80}
      autoComplete="off"
    />
    <Field
      name="hostId"
      label="Id at the host"
      hint="ChatGPT gives each plugin and GPT an id like plugin-… or g-…; leave it empty until you know it."
      required={false}
      maxLength={100}
      autoComplete="off"
    />
    <Field
      name="redirectUri"
      label="Callback address"
      hint="Only where the host shows another one than is usual for it."
      required={false}
      autoComplete="off"
    />
    <Select
      name="surface"
      label="What its tokens are for"
      hint="For a host that does not say so itself."
      options={[
        ['', 'As is usual for the host'],
        ['api', 'The API'],
        ['mcp', 'MCP'],
      ]}
    />
    <SubmitButton className="button">Register</SubmitButton>
  </ActionForm>
)
