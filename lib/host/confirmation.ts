import type { Operation } from './installation'
import type { Profile } from './profiles/profile'

export type Confirmation = {
  needed: boolean
  /** Whether the card offers "Always allow". */
  mayAlwaysAllow: boolean
  why: string
  fact: string | null
}

/**
 * Whether this host asks the person before it makes the call. `before` is what they did with this
 * operation: allowed it always, or said yes to it once.
 */
export function toConfirmation(
  operation: Operation,
  { confirming: { rule, fact } }: Profile,
  before: { alwaysAllowed: boolean; used: boolean } = { alwaysAllowed: false, used: false },
): Confirmation {
  const isRead = operation.hints?.readOnly ?? operation.method === 'GET'
  switch (rule) {
    case 'every-write':
      return {
        needed: !isRead,
        mayAlwaysAllow: false,
        why: isRead ? 'A GET is made without asking.' : 'What is no GET is asked for each time.',
        fact,
      }
    case 'consequential': {
      const isConsequential = operation.isConsequential ?? !isRead
      return {
        needed: isConsequential || !before.alwaysAllowed,
        mayAlwaysAllow: !isConsequential,
        why: isConsequential
          ? 'It is consequential: asked for each time.'
          : 'It is not consequential: asked until it is always allowed.',
        fact,
      }
    }
    case 'first-use': {
      const isConsequential = operation.isConsequential ?? !isRead
      return {
        needed: isConsequential || !before.used,
        mayAlwaysAllow: operation.isConsequential === false,
        why: isConsequential
          ? 'A write is asked for each time.'
          : 'A read is asked for at its first use.',
        fact,
      }
    }
    case 'read-only-hint':
      return {
        needed: !isRead && !before.alwaysAllowed,
        mayAlwaysAllow: operation.hints?.destructive === false,
        why: isRead ? 'Its readOnlyHint is true.' : 'Its readOnlyHint is not true.',
        fact,
      }
  }
}
