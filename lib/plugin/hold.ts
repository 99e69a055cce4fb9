import type { Actions } from '@/lib/confirmations/actions'
import type { Tx } from '@/lib/data/db'
import { OwnError, PublicError } from '@/lib/errors'
import { type Answer, confirmationUrl, waitsFor } from './answer'
import type { Operation } from './catalog'
import { type Confirmation, toShown, toText } from './confirmation'
import type { Caller } from './operation'

/** How many of one connection may wait for its person; more of them nobody reads. */
const mostWaiting = 30

/** What the person would be shown at this moment. Throws PublicError where there is nothing to ask. */
export async function confirmationOf(
  tx: Tx,
  operation: Operation,
  { input, caller }: { input: unknown; caller: Caller },
): Promise<Confirmation> {
  if (!operation.confirmation) throw new OwnError(`${operation.name} has nothing to show`)
  return toShown(await operation.confirmation(input, { caller, tx }))
}

/** Nothing is done: the action waits for the person. */
export async function hold(
  tx: Tx,
  actions: Actions,
  asked: { id: string; caller: Caller; input: unknown; shown: Confirmation; origin: string },
): Promise<Answer> {
  const { id, caller, input, shown, origin } = asked
  if ((await actions.countHeld(tx, caller)) >= mostWaiting) {
    throw new PublicError(
      'too_many_requests',
      `${mostWaiting} calls wait for the person already. Ask again once they decided some of them.`,
    )
  }
  const expiresAt = await actions.hold(tx, id, {
    input: JSON.stringify(input),
    shown: toText(shown),
    amount: shown.amount ?? null,
  })
  const { sentence } = shown
  return waitsFor({ id, sentence, url: confirmationUrl(origin, id), isNew: true }, expiresAt)
}
