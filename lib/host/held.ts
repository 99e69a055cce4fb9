import type { Outcome } from './call/outcome'
import { ownText } from './json'
import type { Entry } from './kept/conversation'

/**
 * Where the plugin wants the person to say yes itself, before anything happens: an answer that is
 * waiting and names a page for it. Null where nothing waits.
 */
export function heldAt(outcome: Outcome): string | null {
  if (outcome.status !== 'answered' || outcome.isError) return null
  const { data } = outcome
  const url = ownText(data, 'confirmationUrl')
  const waits = ['confirmation_required', 'pending'].includes(ownText(data, 'status') ?? '')
  return waits && url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null
}

export type Call = Extract<Entry, { kind: 'call' }>

/** The held calls of a conversation that were not made again since, with their pages. */
export function waitingCalls(entries: Entry[]): { call: Call; url: string }[] {
  const calls = entries.filter((entry) => entry.kind === 'call')
  return calls.flatMap((call, index) => {
    const url = heldAt(call.outcome)
    const isLast = !calls.slice(index + 1).some((later) => wishOf(later) === wishOf(call))
    return url !== null && isLast ? [{ call, url }] : []
  })
}

const wishOf = ({ installationId, operation, input }: Call): string =>
  JSON.stringify([installationId, operation, input])
