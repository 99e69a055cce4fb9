import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import type { Answer } from './answer'
import { awaitDecision } from './await-decision'
import { requireScope } from './call'
import type { Operation } from './catalog'
import { lockAlive, refuse } from './decide'
import type { Caller } from './operation'
import type { Plugin } from './plugin'
import { requireLetIn } from './release'
import { replay } from './replay'
import { patient } from './work'

/** What a host says that the person did with its question: `accept` is "on the way to the page", no yes. */
export type Said = 'accept' | 'decline' | 'cancel'

type Resumed = {
  operation: Operation
  caller: Caller | null
  /** Of the action that the very same call made before. */
  id: string
  said: Said | null
  /** How long to wait for the decision, in milliseconds. */
  ms: number
  signal: AbortSignal
}

/** How the action stands that a call made, once its host has asked the person. Runs nothing. */
export async function resume(plugin: Plugin, asked: Resumed): Promise<Answer> {
  const { operation, caller, id, said, ms, signal } = asked
  const { actions } = plugin
  await requireLetIn(plugin.release, { operation, caller, origin: plugin.origin() })
  requireScope(operation, caller)
  if (!actions || !caller) throw ended()
  const { accountId, grantId } = caller
  if (said === 'decline') await refuse({ ...plugin, actions }, accountId, id)
  const hadPlace =
    said !== 'accept' || (await awaitDecision(actions, { grantId, id }, { ms, signal }))
  const { waits, ...told } = await db().$transaction(async (tx) => {
    const earlier = await lockAlive(tx, actions, accountId, id)
    if (!earlier || earlier.grantId !== grantId || earlier.isOld) throw ended()
    return replay(tx, actions, { earlier, once: { isKeyed: false }, origin: plugin.origin() })
  }, patient)
  // Who could not wait here would come back at once, again and again.
  return hadPlace && waits ? { ...told, waits } : told
}

const ended = () =>
  new PublicError('not_found', 'What was asked for is not kept any more. Make the call anew.')
