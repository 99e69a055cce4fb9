import { callOperation } from '../call/call'
import { failed } from '../call/outcome'
import { toTraits } from '../call/traits'
import { type Confirmation, toConfirmation } from '../confirmation'
import type { Installation, Operation } from '../installation'
import type { JsonObject } from '../json'
import { profiles } from '../profiles'
import { actAs } from './acting'
import type { Entry, Transcript } from './conversation'
import { addEntry, getTranscript } from './conversations'
import { changeKept, findKept } from './installations'

export type Wish = {
  conversationId: string
  installationId: string
  /** Its name. */
  operation: string
  input: JsonObject
}

export type Called =
  | { status: 'called'; entry: Entry | null }
  /** The host shows its card first; call again with `confirmed`, or `decline`. */
  | { status: 'needs_confirmation'; confirmation: Confirmation }
  | { status: 'not_found' }

/** Makes a call in a conversation, once the person has said yes where this host wants that. */
export async function callInConversation(
  accountId: string,
  { confirmed = null, ...wish }: Wish & { confirmed?: 'once' | 'always' | null },
): Promise<Called> {
  const found = await find(accountId, wish)
  if (found === null) return { status: 'not_found' }
  const { kept, operation, transcript, profile } = found
  const confirmation = toConfirmation(operation, profiles[profile], before(transcript, wish))
  if (confirmation.needed && confirmed === null)
    return { status: 'needs_confirmation', confirmation }

  const { conversation } = transcript
  const acting = actAs(profile)
  const { registration, installation } = kept
  const { outcome, tokens } =
    registration === null
      ? { outcome: failed('not_registered'), tokens: null }
      : await callOperation(
          {
            ...{ installation, operation, input: wish.input, registration, tokens: kept.tokens },
            traits: toTraits(accountId, conversation.id, conversation.chosen),
          },
          acting,
        )
  if (tokens !== kept.tokens) {
    // Of two calls that renewed at once one may be refused: it must not take away what the other got.
    await changeKept(accountId, wish.installationId, (now) =>
      tokens !== null || now.tokens?.access === kept.tokens?.access ? { tokens } : {},
    )
  }
  const entry = await addEntry(accountId, conversation.id, {
    ...{ kind: 'call', installationId: wish.installationId, plugin: installation.name },
    ...{ operation: operation.name, input: wish.input, outcome, steps: acting.wire.steps },
    confirmed: confirmed === 'always' && !confirmation.mayAlwaysAllow ? 'once' : confirmed,
  })
  return { status: 'called', entry }
}

/** The person said no on the host's card. */
export async function decline(accountId: string, wish: Wish): Promise<Entry | null> {
  const found = await find(accountId, wish)
  if (found === null) return null
  const { installationId, operation, input } = wish
  const plugin = found.kept.installation.name
  const entry = { kind: 'declined', installationId, plugin, operation, input } as const
  return addEntry(accountId, wish.conversationId, entry)
}

async function find(accountId: string, wish: Wish) {
  const transcript = await getTranscript(accountId, wish.conversationId)
  if (!transcript?.conversation.installationIds.includes(wish.installationId)) return null
  const kept = await findKept(accountId, wish.installationId)
  const operation = kept && operationOf(kept.installation, wish.operation)
  if (!kept || !operation) return null
  return { transcript, kept, operation, profile: transcript.conversation.profile }
}

const operationOf = ({ operations }: Installation, name: string): Operation | undefined =>
  operations.find((operation) => operation.name === name)

/** What the person did with this operation in this conversation. */
function before({ entries }: Transcript, { installationId, operation }: Wish) {
  const made = entries.filter(
    (entry) =>
      entry.kind === 'call' &&
      entry.installationId === installationId &&
      entry.operation === operation,
  )
  return {
    used: made.length > 0,
    alwaysAllowed: made.some((entry) => entry.kind === 'call' && entry.confirmed === 'always'),
  }
}
