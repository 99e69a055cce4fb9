import type { Action, ActionState } from '@/lib/confirmations/action'
import type { Actions } from '@/lib/confirmations/actions'
import type { Asker } from '@/lib/confirmations/connection'
import { db, type Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import type { Operation } from './catalog'
import { type Confirmation, proofOf } from './confirmation'
import { confirmationOf } from './hold'
import { checkLimit } from './limits'
import type { Plugin } from './plugin'
import { noted } from './record'
import { type Says, whatLets } from './release'
import { carryOut, carryOutElsewhere, made, patient, type Work } from './work'

/** What the decisions need of the plugin. */
export type Deciding = Pick<Plugin, 'catalog' | 'recorder' | 'release'> & { actions: Actions }

/**
 * `changed`: it is not what the person saw; nothing happened, show it anew. `impossible`: it cannot be
 * done as things are; nothing happened. `ended`: who asked may not ask any more. Else how it ended.
 */
export type Decided =
  | { status: 'not_found' | 'changed' | 'ended' }
  | { status: 'impossible'; message: string }
  | { status: ActionState; error?: { message: string } }

type AskedFor = Work & { actions: Actions; caller: Asker }

export type Ready = { action: Action; operation: Operation; caller: Asker }

const decision = { decided: true, isAwaited: () => false }

/** The person says yes to what they saw. It runs once, in the transaction that says so. */
export async function approve(
  plugin: Deciding,
  accountId: string,
  { id, seen }: { id: string; seen: string },
): Promise<Decided> {
  const { actions } = plugin
  const lets = await whatLets(plugin.release, accountId)
  let begun = false
  try {
    const decided = await db().$transaction(async (tx) => {
      const ready = await prepare(tx, { ...plugin, lets }, accountId, id)
      if ('status' in ready) return ready
      const work = toWork(plugin, ready)
      const { operation } = ready
      const shown = await askedNow(tx, actions, ready)
      if (proofOf(id, shown) !== seen) return { status: 'changed' as const }
      if (shown.amount) await actions.setAmount(tx, id, shown.amount)
      begun = true
      if (operation.effects !== 'elsewhere') {
        await carryOut(tx, work, decision)
        return { status: 'done' as const }
      }
      await actions.start(tx, id)
      return work
    }, patient)
    return 'status' in decided ? decided : await decideElsewhere(plugin, decided)
  } catch (error) {
    if (!(error instanceof PublicError)) throw error
    if (!begun) return { status: 'impossible', message: error.message }
    return fail(plugin, accountId, { id, error })
  }
}

/** The person says no. */
export async function refuse(plugin: Deciding, accountId: string, id: string): Promise<Decided> {
  const { actions, catalog, recorder } = plugin
  return db().$transaction(async (tx) => {
    const action = await lockAlive(tx, actions, accountId, id)
    if (!action) return { status: 'not_found' }
    if (action.state !== 'waiting') return { status: action.state }
    await actions.finish(tx, id, { state: 'refused', decided: true })
    const operation = catalog.operations.find(({ name }) => name === action.operation)
    if (operation) await recorder?.within(tx, toNote(action, operation, 'refused'))
    return { status: 'refused' }
  }, patient)
}

/** The handler said that it cannot be done: the person agreed, and the assistant is told why not. */
async function fail(
  { actions, catalog, recorder }: Deciding,
  accountId: string,
  { id, error: { code, message } }: { id: string; error: PublicError },
): Promise<Decided> {
  return db().$transaction(async (tx) => {
    const action = await lockAlive(tx, actions, accountId, id)
    if (action?.state !== 'waiting') return { status: action?.state ?? 'not_found' }
    const error = { code, message }
    await actions.finish(tx, id, { state: 'failed', decided: true, error })
    const operation = catalog.operations.find(({ name }) => name === action.operation)
    if (operation) await recorder?.within(tx, toNote(action, operation, 'failed'))
    return { status: 'failed', error }
  }, patient)
}

async function decideElsewhere({ recorder }: Deciding, work: AskedFor): Promise<Decided> {
  const ended = await carryOutElsewhere(work, decision)
  if (ended.state === 'done') return { status: 'done' }
  const note = noted(made(work, work.caller), JSON.stringify({ status: ended.state }))
  await recorder?.within(db(), note)
  return ended.state === 'failed'
    ? { status: 'failed', error: { message: ended.error.message } }
    : { status: 'unknown' }
}

/** Locked, and with everything that it needs to run now; or why it cannot. */
export async function prepare(
  tx: Tx,
  { catalog, actions, lets }: Deciding & { lets: Says },
  accountId: string,
  id: string,
): Promise<Ready | { status: ActionState | 'not_found' | 'ended' }> {
  const action = await lockAlive(tx, actions, accountId, id)
  if (!action) return { status: 'not_found' }
  if (action.state !== 'waiting') return { status: action.state }
  const operation = catalog.operations.find(({ name }) => name === action.operation)
  const caller = await actions.findCaller(tx, accountId, action.grantId)
  if (!operation || !caller) return { status: 'ended' }
  if (operation.scope !== null && !caller.scopes.has(operation.scope)) return { status: 'ended' }
  if (!lets(operation.name)) return { status: 'ended' }
  return { action, operation, caller }
}

/** What the person can say yes to at this moment. Throws PublicError where there is nothing, or no more. */
export async function askedNow(
  tx: Tx,
  actions: Actions,
  { action, operation, caller }: Ready,
): Promise<Confirmation> {
  const { id, grantId } = action
  const shown = await confirmationOf(tx, operation, { input: inputOf(action), caller })
  await checkLimit(tx, actions, { id, operation, grantId, amount: shown.amount, isAgreed: true })
  return shown
}

const inputOf = ({ input }: Action): unknown => JSON.parse(input ?? '{}')

/** As it stands now: what is due has ended. */
export async function lockAlive(tx: Tx, actions: Actions, accountId: string, id: string) {
  const action = await actions.lock(tx, accountId, id)
  if (!action?.isDue) return action
  await actions.settle(tx, id)
  return actions.lock(tx, accountId, id)
}

function toWork({ recorder, actions }: Deciding, { action, operation, caller }: Ready): AskedFor {
  const input = inputOf(action)
  const { id } = action
  return { id, operation, caller, input, given: input, region: null, recorder, actions }
}

function toNote(action: Action, operation: Operation, status: string) {
  const { id, accountId, grantId } = action
  const caller = { accountId, grantId, clientId: '', scopes: new Set<string>() }
  return noted({ id, operation, caller, input: inputOf(action) }, JSON.stringify({ status }))
}
