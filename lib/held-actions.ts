import { recorder } from '@/lib/activity/record'
import { actions } from '@/lib/confirmations/actions'
import { type Asker, findCaller } from '@/lib/confirmations/connection'
import { type AskRule, dropAskRule, listAskRules, putAskRule } from '@/lib/confirmations/rules'
import { db } from '@/lib/data/db'
import { catalog } from '@/lib/operations'
import { type AskMode, askModes } from '@/lib/plugin/ask'
import { approve, type Decided, type Deciding, refuse } from '@/lib/plugin/decide'
import { type Look, look } from '@/lib/plugin/look'
import { release } from '@/lib/released'

export {
  getSpendingLimit,
  removeSpendingLimit,
  setSpendingLimit,
} from '@/lib/confirmations/limits'
export { readState } from '@/lib/confirmations/state'
export { countWaiting, listWaiting, type Waiting } from '@/lib/confirmations/waiting'

const here: Deciding = { catalog, recorder, actions, release }

/** What the page of a held action shows; null when there is nothing of this id for this person. */
export const lookAt = (accountId: string, id: string): Promise<Look | null> =>
  look(here, accountId, id)

/** `seen` is what `lookAt` gave: the yes is to exactly that. */
export const approveAction = (accountId: string, id: string, seen: string): Promise<Decided> =>
  approve(here, accountId, { id, seen })

export const refuseAction = (accountId: string, id: string): Promise<Decided> =>
  refuse(here, accountId, id)

/** Who asks, as the connection or key is now; null where it has ended or is somebody else's. */
export const getAsker = async (accountId: string, grantId: string): Promise<Asker | null> =>
  /^[\w-]{1,64}$/.test(grantId)
    ? db().$transaction((tx) => findCaller(tx, accountId, grantId))
    : null

/** The operations that a person can be asked about, in which ways, and which one they chose. */
export type AskChoice = {
  operation: string
  summary: string
  scope: string | null
  modes: AskMode[]
  rule: AskRule | null
}

export async function listAskChoices(accountId: string, grantId: string): Promise<AskChoice[]> {
  const rules = await listAskRules(accountId, grantId)
  return catalog.operations.flatMap((operation) => {
    const modes = askModes(operation)
    if (modes.length === 0) return []
    const { name, summary, scope } = operation
    return { operation: name, summary, scope, modes, rule: rules.get(name) ?? null }
  })
}

/** Null: as the operation says. False where there is nothing to choose, or it is not this person's. */
export async function setAskRule(
  accountId: string,
  grantId: string,
  { operation, rule }: { operation: string; rule: AskRule | null },
): Promise<boolean> {
  const known = catalog.operations.find(({ name }) => name === operation)
  if (!known || (rule && !askModes(known).includes(rule.mode))) return false
  if (rule?.mode === 'above' && !(Number.isSafeInteger(rule.above) && rule.above >= 0)) return false
  if (rule) return putAskRule(accountId, grantId, { operation, rule })
  await dropAskRule(accountId, grantId, operation)
  return true
}
