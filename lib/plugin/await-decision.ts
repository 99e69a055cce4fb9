import { setTimeout as wait } from 'node:timers/promises'
import type { Actions } from '@/lib/confirmations/actions'
import { PublicError } from '@/lib/errors'

/** How many calls may wait at once in this process: of one connection, and of all. */
const most = { ofOne: 3, ofAll: 200 }

const waiting = new Map<string, number>()
let all = 0

/**
 * Returns when the person has decided, or after `ms`; false at once where strangers took all places. A
 * dozen small queries at most, and no connection kept.
 */
export async function awaitDecision(
  actions: Actions,
  action: { grantId: string; id: string },
  { ms, signal }: { ms: number; signal: AbortSignal },
): Promise<boolean> {
  if (all >= most.ofAll) return false
  enter(action.grantId)
  try {
    const until = Date.now() + ms
    for (let pause = 300; await actions.isOpen(action); pause = Math.min(pause * 1.5, 2_500)) {
      const left = until - Date.now()
      if (left <= 0) break
      await wait(Math.min(pause, left), undefined, { signal }).catch(gone)
    }
    return true
  } finally {
    leave(action.grantId)
  }
}

function enter(grantId: string): void {
  const here = waiting.get(grantId) ?? 0
  if (here >= most.ofOne) {
    const message = 'Too many calls wait for a person. Wait 20 seconds, then make this call again.'
    throw new PublicError('too_many_requests', message, { retryAfter: 20 })
  }
  waiting.set(grantId, here + 1)
  all += 1
}

function leave(grantId: string): void {
  const here = waiting.get(grantId) ?? 1
  if (here > 1) waiting.set(grantId, here - 1)
  else waiting.delete(grantId)
  all -= 1
}

function gone(): never {
  throw new PublicError('timeout', 'The client went away.')
}
