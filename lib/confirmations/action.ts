import { unseal } from '@/lib/secrets'

export type ActionState =
  | 'waiting'
  | 'running'
  | 'done'
  | 'refused'
  | 'failed'
  | 'unknown'
  | 'expired'

export type ActionError = { code: string; message: string }

/** A write that was asked for, as its row says; secrets are read already. */
export type Action = {
  id: string
  accountId: string
  grantId: string
  operation: string
  inputHash: string
  again: boolean
  state: ActionState
  /** JSON texts; null once they were emptied, or where they never were. */
  input: string | null
  shown: string | null
  result: string | null
  error: ActionError | null
  createdAt: Date
  expiresAt: Date | null
  openedAt: Date | null
  decidedAt: Date | null
  endedAt: Date | null
  deliveredAt: Date | null
  /** By the database's clock: its time is over, though the row does not say so yet. */
  isDue: boolean
  /** It was answered with its end less than a minute ago. */
  isFresh: boolean
  /** It ended more than a day ago. */
  isOld: boolean
}

/** Whatever stands in an address; what is no text to the database is not asked for. */
export const isActionId = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

/** How long a held action waits for the person. */
export const waitsFor = '24 hours'

/** Within which the same call again is a retry. */
const retriedWithin = '60 seconds'

/** How long an end is kept for whoever asks for it again. */
export const keptFor = '24 hours'

/** Two times what a call may take: whoever began it is not at work any more. */
const lost = '90 seconds'

export const isDue = `(
  (state = 'waiting' AND "expiresAt" <= clock_timestamp()) OR
  (state = 'running' AND coalesce("decidedAt", "createdAt") < clock_timestamp() - interval '${lost}')
)`

export const columns = `"id", "accountId", "grantId", "operation", "inputHash", "again",
  state::text, "input", "shown", "result", "error", "createdAt", "expiresAt", "openedAt",
  "decidedAt", "endedAt", "deliveredAt", ${isDue} AS "isDue",
  coalesce("deliveredAt" > clock_timestamp() - interval '${retriedWithin}', false) AS "isFresh",
  coalesce("endedAt" < clock_timestamp() - interval '${keptFor}', false) AS "isOld"`

/** The purposes that the texts of an action are encrypted for. */
export const purpose = {
  input: 'action input',
  shown: 'action shown',
  result: 'action result',
} as const

const texts = ['input', 'shown', 'result'] as const

/** What was sealed under another APP_SECRET is lost with it: what waits can no longer be decided. */
export function toAction(row: Action): Action {
  const action = { ...row }
  for (const name of texts) action[name] = row[name] && unseal(purpose[name], row[name])
  const isLost = texts.some((name) => row[name] !== null && action[name] === null)
  return isLost && row.state === 'waiting' ? { ...action, state: 'expired' } : action
}
