import { carryOn } from '@/lib/host/carry'
import { toConfirmation } from '@/lib/host/confirmation'
import type { Operation } from '@/lib/host/installation'
import type { Entry, Transcript } from '@/lib/host/kept/conversation'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { profiles } from '@/lib/host/profiles'

export type Situation = { active: SeenInstallation[]; transcript: Transcript; hasModel: boolean }

/**
 * What can be asked (`ready`), and what stands ready in the host's own card (`put`): a write about
 * something that was found, though nothing that undoes another, or, where the host asks before it
 * reads, a newcomer's first question: one click asks and confirms it. A model asks by itself.
 */
export function toSuggestions({ active, transcript, hasModel }: Situation) {
  const all = active.flatMap((seen) => suggestionsOf(seen, transcript))
  const fitting = all.filter(({ isRead, carried }) => isRead || carried)
  const write = fitting.find(({ isRead, isFound }) => !isRead && isFound)
  const first = fitting.find(({ confirmation, isLinked }) => confirmation.needed && isLinked)
  const isNew = !hasModel && !transcript.entries.some(isBegun)
  const put = write ?? (isNew ? first : undefined) ?? null
  return { put, ready: fitting.filter((one) => one !== put && (one.isRead || !one.isFound)) }
}

const isBegun = ({ kind }: Entry): boolean => kind !== 'link'

/** A plugin's own examples, about what it answered before. */
function suggestionsOf(
  { id, installation, isLinked }: SeenInstallation,
  { conversation, entries }: Transcript,
) {
  const before = entries
    .filter((entry) => entry.kind === 'call')
    .findLast((call) => call.installationId === id && call.outcome.status === 'answered')
  const found = installation.operations.find(({ name }) => name === before?.operation)
  const isFound = found !== undefined && isReading(found)
  return installation.operations.flatMap((operation) =>
    operation.examples.map(({ prompt, input: example }) => {
      const { input, carried } = carryOn(operation, example, before ?? null)
      return {
        ...{
          prompt,
          input,
          carried,
          isFound,
          isLinked,
          plugin: installation.name,
          asks: operation.asks,
        },
        wished: { installation: id, operation: operation.name, input: JSON.stringify(input) },
        confirmation: toConfirmation(operation, profiles[conversation.profile]),
        isRead: isReading(operation),
      }
    }),
  )
}

const isReading = ({ hints, method }: Operation): boolean => hints?.readOnly ?? method === 'GET'
