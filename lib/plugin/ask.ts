import type { AskRule } from '@/lib/confirmations/rules'
import type { Operation } from './catalog'
import type { Confirmation } from './confirmation'

export type AskMode = AskRule['mode']

/** Among which a person may choose for an operation; none where nobody is ever asked. */
export function askModes(operation: Operation): AskMode[] {
  if (operation.confirm === undefined) return []
  if (operation.effect === 'destroy') return ['always']
  return appMay(operation) ? ['always', 'above', 'app'] : ['always', 'above']
}

/** Whether the person is asked; `amount` is asked for only where the answer depends on it. */
export async function isAsked(
  operation: Operation,
  rule: AskRule | null,
  amount: () => Promise<Confirmation['amount']>,
): Promise<boolean> {
  const modes = askModes(operation)
  if (modes.length === 0) return false
  if (!rule || !modes.includes(rule.mode) || rule.mode === 'always') return true
  if (rule.mode === 'app') return false
  const asked = await amount()
  return !asked || asked.currency !== rule.currency || asked.minor > rule.above
}

const appMay = ({ confirm }: Operation): boolean => typeof confirm === 'object' && confirm.appMay
