import type { Action } from '@/lib/confirmations/action'
import type { Actions } from '@/lib/confirmations/actions'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { type Confirmation, type Difference, differencesOf, proofOf } from './confirmation'
import { askedNow, type Deciding, prepare, type Ready } from './decide'
import { whatLets } from './release'
import { patient } from './work'

/** A held action as its person sees it. */
export type Look = {
  action: Action
  /** In a few words; null where the operation is gone. */
  summary: string | null
  /** Who asks: null when that connection or key has ended. */
  app: string | null
  since: Date | null
  /** As it was when the assistant asked. */
  shown: Confirmation | null
  /** Only while it can be decided. */
  now:
    | { confirmation: Confirmation; differences: Difference[]; seen: string }
    | { impossible: string }
    | null
}

/** Null when there is nothing of this id for this person; whether it is somebody else's is not told. */
export async function look(plugin: Deciding, accountId: string, id: string): Promise<Look | null> {
  const { actions, catalog } = plugin
  const lets = await whatLets(plugin.release, accountId)
  const known = await db().$transaction(async (tx) => {
    const ready = await prepare(tx, { ...plugin, lets }, accountId, id)
    const action = await actions.lock(tx, accountId, id)
    if (!action) return null
    await actions.open(tx, id)
    const caller = await actions.findCaller(tx, accountId, action.grantId)
    return { action, caller, ready: 'status' in ready ? null : ready }
  }, patient)
  if (!known) return null
  const { action, caller, ready } = known
  const operation = catalog.operations.find(({ name }) => name === action.operation)
  const shown = action.shown === null ? null : (JSON.parse(action.shown) as Confirmation)
  return {
    ...{ action, shown, summary: operation?.summary ?? null },
    ...{ app: caller?.name ?? null, since: caller?.since ?? null },
    now: ready && (await lookNow(actions, ready, shown)),
  }
}

// In a transaction of its own: one that found nothing to show may be broken.
async function lookNow(
  actions: Actions,
  ready: Ready,
  shown: Confirmation | null,
): Promise<Look['now']> {
  try {
    const confirmation = await db().$transaction((tx) => askedNow(tx, actions, ready), patient)
    const differences = shown ? differencesOf(shown, confirmation) : []
    return { confirmation, differences, seen: proofOf(ready.action.id, confirmation) }
  } catch (error) {
    if (error instanceof PublicError) return { impossible: error.message }
    throw error
  }
}
