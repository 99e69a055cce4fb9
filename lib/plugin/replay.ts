import type { Action } from '@/lib/confirmations/action'
import type { Actions } from '@/lib/confirmations/actions'
import type { Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { type Answer, answer, confirmationUrl, stands, waitsFor } from './answer'
import type { Confirmation } from './confirmation'
import type { Once } from './once'

const lostMessage =
  'This was done, but what it answered is not kept any more. Look it up; do not ask for it again.'

export const unknownMessage =
  'It is not known whether this was done. Look whether it was before it is asked for again.'

/** What whoever makes the same call again is told, without anything being done. */
export async function replay(
  tx: Tx,
  actions: Actions,
  { earlier, once, origin }: { earlier: Action; once: Pick<Once, 'isKeyed'>; origin: string },
): Promise<Answer> {
  const { state } = earlier
  if (state === 'waiting') return waiting(earlier, origin)
  if (state === 'running') return running(once)
  if (!earlier.deliveredAt) await actions.deliver(tx, earlier.id)
  if (state === 'done' && earlier.result === null) {
    return stands({ status: 'unknown', message: lostMessage })
  }
  if (state === 'done') return answer(done(earlier, once))
  if (state === 'refused') {
    return stands({ status: 'refused', message: 'The person said no. Nothing was done.' })
  }
  if (state === 'unknown') return stands({ status: 'unknown', message: unknownMessage })
  const message = earlier.error?.message ?? 'Nobody answered in time. Nothing was done.'
  return stands({ status: 'failed', message })
}

function waiting({ id, shown, expiresAt }: Action, origin: string): Answer {
  const { sentence } = JSON.parse(shown ?? '{"sentence":""}') as Confirmation
  return waitsFor({ id, sentence, url: confirmationUrl(origin, id), isNew: false }, expiresAt)
}

function running({ isKeyed }: Pick<Once, 'isKeyed'>): Answer {
  if (isKeyed) throw inProgress()
  return stands({ status: 'pending', message: 'This is being done at this moment.' })
}

export const inProgress = () =>
  new PublicError('in_progress', 'This very call is still being done. Ask again in a moment.')

/** The first result; whoever was told it before is told that it is the first. */
function done(
  { result, deliveredAt, endedAt, again }: Action,
  { isKeyed }: Pick<Once, 'isKeyed'>,
): string {
  const text = result ?? '{}'
  if (isKeyed || !deliveredAt) return text
  const value = JSON.parse(text) as { message?: unknown }
  if (typeof value.message !== 'string') return text
  const at = `${(endedAt ?? deliveredAt).toISOString().slice(11, 16)} UTC`
  const more = again ? 'wait a minute for another' : 'for another call with again: true'
  return JSON.stringify({ ...value, message: `${value.message} This was done at ${at}; ${more}.` })
}
