import type { Actions } from '@/lib/confirmations/actions'
import { db, type Tx } from '@/lib/data/db'
import { OwnError, PublicError } from '@/lib/errors'
import { log } from '@/lib/log'
import { encode } from './answer'
import type { Operation } from './catalog'
import type { Caller } from './operation'
import { type Made, type Recorder, succeeded } from './record'

/** Hosts give up after 45 s (ChatGPT); a plain answer comes before that. In milliseconds. */
export const timeLimit = 40_000

/** Inside of a time limit of ours: Prisma's own would be shorter. */
export const patient = { maxWait: timeLimit, timeout: timeLimit }

/** One write on its way. */
export type Work = {
  id: string
  operation: Operation
  caller: Caller | null
  /** As the schema understood it. */
  input: unknown
  /** As it came: what the person is shown later. */
  given: unknown
  region: string | null
  recorder: Recorder | undefined
  actions: Actions | undefined
}

export type Decision = { decided: boolean; isAwaited: () => boolean }

/** Runs it and writes down how it ended: all in this transaction, or nothing of it. */
export async function carryOut(tx: Tx, work: Work, end: Decision): Promise<string> {
  const { id, operation, caller, input, region } = work
  const result = await operation.handler(input, { caller, region, tx, actionId: id })
  const text = encode(operation, result)
  if (caller) await writeDown(tx, work, { ...end, caller, result, text })
  return text
}

type Written = Decision & { caller: Caller; result: unknown; text: string }

async function writeDown(tx: Tx, work: Work, end: Written): Promise<void> {
  const { decided, caller, result } = end
  const ended = await work.actions?.finish(tx, work.id, {
    ...{ state: 'done', result: end.text, decided },
    delivered: !decided && end.isAwaited(),
  })
  if (ended === false) throw new OwnError(`${work.operation.name} has ended already`)
  await work.recorder?.within(tx, succeeded(made(work, caller), result))
}

export const made = ({ id, operation, given }: Work, caller: Caller): Made => ({
  ...{ id, operation, caller },
  input: given,
})

export type Ended =
  | { state: 'done'; text: string }
  | { state: 'failed'; error: PublicError }
  | { state: 'unknown' }

/**
 * Runs what happens elsewhere, whose row says `running` already. A PublicError means that nothing
 * happened; whatever else goes wrong leaves it unknown, for ever.
 */
export async function carryOutElsewhere(
  work: Work & { actions: Actions; caller: Caller },
  end: Decision,
): Promise<Ended> {
  const { id, operation, caller, input, region, actions } = work
  try {
    const result = await operation.handler(input, { caller, region, actionId: id })
    const text = encode(operation, result)
    const written = { ...end, caller, result, text }
    await db().$transaction((tx) => writeDown(tx, work, written), patient)
    return { state: 'done', text }
  } catch (error) {
    const delivered = !end.decided && end.isAwaited()
    if (error instanceof PublicError) {
      const { code, message } = error
      const released = !end.decided
      await actions.finish(db(), id, {
        ...{ state: 'failed', error: { code, message }, delivered, released },
      })
      return { state: 'failed', error }
    }
    log.error('operation of unknown outcome', error)
    await actions.finish(db(), id, { state: 'unknown', delivered })
    return { state: 'unknown' }
  }
}
