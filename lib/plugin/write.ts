import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Actions } from '@/lib/confirmations/actions'
import { db, type Tx } from '@/lib/data/db'
import { OwnError } from '@/lib/errors'
import { type Answer, answer, stands } from './answer'
import { isAsked } from './ask'
import type { Confirmation } from './confirmation'
import { confirmationOf, hold } from './hold'
import { checkLimit } from './limits'
import { Busy, claim, type Once } from './once'
import type { Caller } from './operation'
import { noted } from './record'
import { inProgress, replay, unknownMessage } from './replay'
import { carryOut, carryOutElsewhere, made, patient, timeLimit, type Work } from './work'

type Asked = { once: Once; origin: string; isAwaited: () => boolean }

/** What the assistant asked for, once: done, held, or found done before. */
export async function write(work: Work, asked: Asked): Promise<Answer> {
  const { actions, caller } = work
  if (!actions || !caller) return unrepeated(work, asked)
  const known = { ...work, actions, caller }
  const begun = await untilNobodyElse(asked, () =>
    db().$transaction((tx) => begin(tx, known, asked), patient),
  )
  return begun ?? elsewhere(known, asked)
}

type Known = Work & { actions: Actions; caller: Caller }

/** Nobody is there for whom it could be a second time. */
async function unrepeated(work: Work, { isAwaited }: Asked): Promise<Answer> {
  if (work.operation.confirm) throw new OwnError(`${work.operation.name} has nobody to ask`)
  const end = { decided: false, isAwaited }
  return answer(await db().$transaction((tx) => carryOut(tx, work, end), patient))
}

/** Null: it may run, and from now on the row says so. */
async function begin(tx: Tx, work: Known, asked: Asked): Promise<Answer | null> {
  const { id, operation, caller, actions, input, recorder } = work
  const { once, origin, isAwaited } = asked
  const claimed = await claim(tx, actions, { id, operation, caller, once })
  if ('earlier' in claimed) {
    const told = await replay(tx, actions, { earlier: claimed.earlier, once, origin })
    recorder?.later(noted({ ...made(work, caller), id: randomUUID() }, told.text))
    return told
  }
  const { rule, isLimited } = claimed.begun
  let shown: Confirmation | undefined
  const show = async () => {
    shown ??= await confirmationOf(tx, operation, { input, caller })
    return shown
  }
  const mustAsk = await isAsked(operation, rule, async () => (await show()).amount)
  if (mustAsk) await show()
  if (isLimited && operation.effect === 'write') {
    const amount = operation.confirm && (await show()).amount
    const { grantId } = caller
    await checkLimit(tx, actions, { id, operation, grantId, amount, isAgreed: false })
  }
  if (mustAsk && shown) {
    const held = await hold(tx, actions, { id, caller, input, shown, origin })
    await recorder?.within(tx, noted(made(work, caller), held.text))
    return held
  }
  if (shown?.amount) await actions.setAmount(tx, id, shown.amount)
  if (operation.effects === 'elsewhere') return null
  return answer(await carryOut(tx, work, { decided: false, isAwaited }))
}

async function elsewhere(work: Known, { isAwaited }: Asked): Promise<Answer> {
  const ended = await carryOutElsewhere(work, { decided: false, isAwaited })
  if (ended.state === 'done') return answer(ended.text)
  if (ended.state === 'failed') throw ended.error
  const told = stands({ status: 'unknown', message: unknownMessage })
  await work.recorder?.within(db(), noted(made(work, work.caller), told.text))
  return told
}

/**
 * Whoever asks for the very same meanwhile waits for how it ends, without holding a connection to the
 * database. With a key they are told at once that it is still being done, as the draft has it.
 */
async function untilNobodyElse<T>(asked: Asked, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + timeLimit / 2
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      if (asked.once.isKeyed || !asked.isAwaited() || Date.now() > until) throw inProgress()
    }
    await wait(pause + Math.random() * pause)
  }
}
