import { Act } from '@/app/admin/ui/act'
import { Section } from '@/app/admin/ui/section'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { needsHostId, presets } from '@/lib/oauth/clients/presets'
import { type AboutClient, fieldsOf } from './about'
import { submitCallback, submitRemoveCallback } from './actions'

/** Where people are sent back to. */
export function Callbacks({ client, mayChange }: AboutClient) {
  const canChange = mayChange && client.kind === 'operator'
  return (
    <Section
      title="Callbacks"
      lead="People are sent back to one of these, to the last character, and nowhere else."
    >
      {client.redirectUris.length === 0 && (
        <p className="text-brass">None yet: nobody can connect until you add one.</p>
      )}
      <ul className="empty:hidden space-y-2">
        {client.redirectUris.map((uri) => (
          <li key={uri} className="flex flex-wrap items-center justify-between gap-3">
            <code className="code min-w-0 flex-1 basis-60">{uri}</code>
            {canChange && (
              <Act act={submitRemoveCallback} fields={{ ...fieldsOf(client), uri }}>
                Remove<span className="sr-only"> {uri}</span>
              </Act>
            )}
          </li>
        ))}
      </ul>
      {canChange && <AddCallback client={client} />}
    </Section>
  )
}

function AddCallback({ client }: Pick<AboutClient, 'client'>) {
  const preset = presets[client.preset ?? '']
  const { id, version } = fieldsOf(client)
  return (
    <ActionForm act={submitCallback} className="max-w-xl space-y-3">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <AnswerErrors title="Please correct this:" />
      <Field
        name="callback"
        label={preset && needsHostId(preset) ? 'Id at the host, or an address' : 'Address'}
        autoComplete="off"
      />
      <SubmitButton className="button button-quiet button-small">Add</SubmitButton>
    </ActionForm>
  )
}
