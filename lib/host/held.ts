import type { Outcome } from './call/outcome'
import { ownText } from './json'

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
