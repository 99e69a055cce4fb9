import type { Action } from '@/lib/confirmations/action'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import type { Operation } from './catalog'
import { type Confirmation, type Difference, differencesOf, proofOf } from './confirmation'
import { type Deciding, prepare } from './decide'
import { confirmationOf } from './hold'
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
  const known = await db().$transaction(async (tx) => {
    const ready = await prepare(tx, plugin, accountId, id)
    const action = await actions.lock(tx, accountId, id)
    if (!action) return null
    await actions.open(tx, id)
    const caller = await actions.findCaller(tx, accountId, action.grantId)
    return { action, caller, isReady: !('status' in ready) }
  }, patient)
  if (!known) return null
  const { action, caller, isReady } = known
  const operation = catalog.operations.find(({ name }) => name === action.operation)
  const shown = action.shown === null ? null : (JSON.parse(action.shown) as Confirmation)
  return {
    ...{ action, shown, summary: operation?.summary ?? null },
    ...{ app: caller?.name ?? null, since: caller?.since ?? null },
    now:
      isReady && operation && caller ? await lookNow(action, shown, { operation, caller }) : null,
  }
}

type Asked = { operation: Operation; caller: Parameters<typeof confirmationOf>[2]['caller'] }

// In a transaction of its own: one that found nothing to show may be broken.
async function lookNow(
  { id, input }: Action,
  shown: Confirmation | null,
  { operation, caller }: Asked,
): Promise<Look['now']> {
  try {
    const confirmation = await db().$transaction(
      (tx) => confirmationOf(tx, operation, { input: JSON.parse(input ?? '{}'), caller }),
      patient,
    )
    const differences = shown ? differencesOf(shown, confirmation) : []
    return { confirmation, differences, seen: proofOf(id, confirmation) }
  } catch (error) {
    if (error instanceof PublicError) return { impossible: error.message }
    throw error
  }
}
