import { chatHref } from '@/app/playground/hrefs'
import { Section } from '@/app/playground/ui/section'
import { toConfirmation } from '@/lib/host/confirmation'
import { fieldsOf, parseInput } from '@/lib/host/form-input'
import type { Transcript } from '@/lib/host/kept/conversation'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { profiles } from '@/lib/host/profiles'
import { submitForm } from './actions'
import { ConfirmCard } from './confirm-card'
import { WishField } from './wish-field'

export type Asked = {
  installation?: string
  operation?: string
  input?: string
  confirm?: string
  wrong?: string
  /** Where the person is not, for it is no place. */
  place?: string
  /** The model answers at once to what was called. */
  goes?: string
}

type WishCardProps = { asked: Asked; active: SeenInstallation[]; transcript: Transcript }

/** The operation that the address names: its form, or the host's card for what was filled in. */
export function WishCard({ asked, active, transcript: { conversation } }: WishCardProps) {
  const { installation = '', operation: name = '', input: given = '{}', confirm, wrong } = asked
  const seen = active.find(({ id }) => id === installation)
  const operation = seen?.installation.operations.find((one) => one.name === name)
  const input = parseInput(given) ?? {}
  if (!seen || !operation) {
    return (
      <p className="mt-6">
        There is no such operation here.{' '}
        <a href={chatHref(conversation.id)} className="link">
          See those that there are
        </a>
      </p>
    )
  }
  if (confirm) {
    return (
      <ConfirmCard
        conversation={conversation.id}
        plugin={seen.installation.name}
        wished={{ installation, operation: name, input: given }}
        input={input}
        asks={operation.asks}
        confirmation={toConfirmation(operation, profiles[conversation.profile])}
      />
    )
  }
  return (
    <Section
      id="wish"
      title={<span className="font-mono">{name}</span>}
      lead={operation.description}
    >
      {wrong && (
        <p role="alert" className="mb-4 rounded-lg bg-danger-tint px-4 py-3 text-danger text-sm">
          {wrong} holds no JSON.
        </p>
      )}
      <form action={submitForm} className="space-y-4">
        <input type="hidden" name="conversation" value={conversation.id} />
        <input type="hidden" name="installation" value={installation} />
        <input type="hidden" name="operation" value={name} />
        {fieldsOf(operation).map((field) => (
          <WishField key={field.name} field={field} value={input[field.name]} />
        ))}
        <div className="flex gap-3">
          <button type="submit" className="button">
            Call it
          </button>
          <a href={chatHref(conversation.id)} className="button button-quiet">
            Back
          </a>
        </div>
      </form>
    </Section>
  )
}
