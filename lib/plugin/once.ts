import type { Action } from '@/lib/confirmations/action'
import type { Actions, Begun } from '@/lib/confirmations/actions'
import type { Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { hmac } from '@/lib/secrets'
import type { Operation } from './catalog'
import type { Caller } from './operation'

/** By what two calls are the same. */
export type Once = {
  inputHash: string
  onceKey: string | null
  isKeyed: boolean
  /** Asked for once more, though it was done. */
  again: boolean
}

type Wanted = { id: string; operation: Operation; caller: Caller; once: Once }

/** Another transaction is making the same action; it will soon be seen how that ended. */
export class Busy extends Error {}

export function toOnce(
  operation: Operation,
  input: unknown,
  { key, again }: { key: string | null; again: boolean },
): Once {
  const inputHash = hmac('action', `${operation.name} ${canonical(input)}`)
  if (key !== null) {
    return { inputHash, again, isKeyed: true, onceKey: `k:${hmac('idempotency key', key)}` }
  }
  // What is normal to repeat is told apart only while somebody has to be asked.
  const isTold = !operation.repeats || operation.confirm !== undefined
  return { inputHash, again, isKeyed: false, onceKey: isTold ? `i:${inputHash}` : null }
}

/** A new action, or the one that the same call made before. */
export async function claim(
  tx: Tx,
  actions: Actions,
  { id, operation, caller, once }: Wanted,
): Promise<{ begun: Begun } | { earlier: Action }> {
  const { accountId, grantId } = caller
  const { onceKey, inputHash, again } = once
  const spends = operation.effect === 'write'
  const row = {
    id,
    accountId,
    grantId,
    operation: operation.name,
    inputHash,
    onceKey,
    again,
    spends,
  }
  for (let tries = 0; tries < 2; tries += 1) {
    const begun = await actions.insert(tx, row)
    if (begun) return { begun }
    const earlier = await find(tx, actions, grantId, onceKey)
    if (!isOver(operation, earlier, once)) return { earlier: checked(earlier, once) }
    if (!(await actions.release(tx, earlier.id))) break
  }
  throw new Busy()
}

async function find(tx: Tx, actions: Actions, grantId: string, onceKey: string | null) {
  const found = onceKey && (await actions.find(tx, grantId, onceKey))
  if (!found) throw new Busy()
  if (!found.isDue) return found
  await actions.settle(tx, found.id)
  return (await actions.find(tx, grantId, String(onceKey))) ?? found
}

/** Whether a call that looks the same is nevertheless a new wish. */
export function isOver(operation: Operation, earlier: Action, once: Once): boolean {
  const { state, isOld, isFresh, deliveredAt } = earlier
  if (state === 'waiting' || state === 'running') return false
  if (isOld) return true
  if (once.isKeyed || !deliveredAt) return false
  // Nothing was done, and whoever asks knows it.
  if (state === 'failed' || state === 'expired') return true
  // Not by itself: what may have happened must not happen a second time.
  if (state === 'unknown') return once.again
  if (operation.repeats || !isFresh) return true
  // A retry of that very "again" looks the same as a third wish: the safe one is chosen.
  return once.again && !earlier.again
}

function checked(earlier: Action, once: Once): Action {
  if (earlier.inputHash === once.inputHash) return earlier
  throw new PublicError(
    'idempotency_mismatch',
    'This idempotency key belongs to another call. Use a new key for a new call.',
  )
}

/** The same value is the same text, in whatever order its members came. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
