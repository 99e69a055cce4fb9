import { changeSome, inTurn, removeSome, type Swept, someOf } from '@/lib/data/bounded'
import { query, type Tx } from '@/lib/data/db'
import { type Action, columns, isDue, keptFor, toAction } from './action'
import { settleSql } from './actions'

/** How long a person can see what they once decided. */
const decisionsKeptFor = '30 days'

const ended = `"state" IN ('done', 'refused', 'failed', 'unknown', 'expired')`

const isForgotten = `${ended} AND "endedAt" < now() - CASE
  WHEN "expiresAt" IS NULL THEN interval '${keptFor}' ELSE interval '${decisionsKeptFor}' END`

const isFull = `${ended} AND "endedAt" < now() - interval '${keptFor}'
  AND coalesce("input", "shown", "result", "onceKey") IS NOT NULL`

/** Ends what is due, empties what ended a day ago, removes what nobody asks for any more. */
export const sweepActions = (): Promise<Swept> =>
  inTurn(
    () => changeSome('actions_settle', `${settleSql} AND ${someOf('Action', isDue)}`),
    () => removeSome('actions_remove', 'Action', { condition: isForgotten }),
    () =>
      changeSome(
        'actions_empty',
        `UPDATE "Action" SET "input" = NULL, "shown" = NULL, "result" = NULL, "onceKey" = NULL
         WHERE ${someOf('Action', isFull)}`,
      ),
  )

/** Everything that is kept of what was asked for in this person's name, to take along. */
export async function downloadActions(accountId: string) {
  const rows = await query<Action>(
    'actions_download',
    `SELECT ${columns} FROM "Action" WHERE "accountId" = $1 ORDER BY "createdAt" DESC`,
    [accountId],
  )
  const rules = await query(
    'ask_rules_download',
    `SELECT "grantId", "operation", "mode"::text, "above"::float8, "currency" FROM "AskRule"
     WHERE "accountId" = $1`,
    [accountId],
  )
  const limits = await query(
    'spending_limits_download',
    `SELECT "grantId", "dailyWrites", "dailyAmount"::float8, "currency" FROM "SpendingLimit"
     WHERE "accountId" = $1`,
    [accountId],
  )
  return { actions: rows.map(toAction).map(told), askRules: rules, spendingLimits: limits }
}

const told = ({ input, shown, result, ...action }: Action) => {
  const { id, grantId, operation, state, error, createdAt, expiresAt, decidedAt, endedAt } = action
  return {
    ...{ id, grantId, operation, state, error, createdAt, expiresAt, decidedAt, endedAt },
    input: read(input),
    shown: read(shown),
    result: read(result),
  }
}

const read = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

/** With the account. */
export async function forgetActions(tx: Tx, accountId: string): Promise<void> {
  await tx.action.deleteMany({ where: { accountId } })
  await tx.askRule.deleteMany({ where: { accountId } })
  await tx.spendingLimit.deleteMany({ where: { accountId } })
}
