import { query } from '@/lib/data/db'

/** When the person wants to be asked; `above` in minor units of `currency`. */
export type AskRule =
  | { mode: 'always' | 'app'; above: null; currency: null }
  | { mode: 'above'; above: number; currency: string }

/** What this person set for a connection or key, by operation. */
export async function listAskRules(
  accountId: string,
  grantId: string,
): Promise<Map<string, AskRule>> {
  const rows = await query<AskRule & { operation: string }>(
    'ask_rules',
    `SELECT "operation", "mode"::text, "above"::float8, "currency" FROM "AskRule"
     WHERE "accountId" = $1 AND "grantId" = $2`,
    [accountId, grantId],
  )
  return new Map(rows.map(({ operation, ...rule }) => [operation, rule]))
}

/** For a living connection or key of this person; false where there is no such thing. */
export async function putAskRule(
  accountId: string,
  grantId: string,
  { operation, rule }: { operation: string; rule: AskRule },
): Promise<boolean> {
  const put = await query(
    'ask_rule_put',
    `INSERT INTO "AskRule" ("accountId", "grantId", "operation", "mode", "above", "currency")
     SELECT $1, $2, $3, $4::"AskMode", $5::bigint, $6 WHERE ${isOwn}
     ON CONFLICT ("grantId", "operation") DO UPDATE SET "mode" = $4::"AskMode", "above" = $5::bigint,
       "currency" = $6
     RETURNING 1`,
    [accountId, grantId, operation, rule.mode, rule.above, rule.currency],
  )
  return put.length > 0
}

/** Back to what the operation says. */
export async function dropAskRule(
  accountId: string,
  grantId: string,
  operation: string,
): Promise<void> {
  await query(
    'ask_rule_drop',
    `DELETE FROM "AskRule" WHERE "accountId" = $1 AND "grantId" = $2 AND "operation" = $3`,
    [accountId, grantId, operation],
  )
}

/** A condition: $2 is a living connection or key of the person $1. */
export const isOwn = `(
  EXISTS (SELECT 1 FROM "Grant" WHERE "id" = $2 AND "accountId" = $1 AND "revokedAt" IS NULL)
  OR EXISTS (SELECT 1 FROM "ApiKey" WHERE "id" = $2 AND "accountId" = $1 AND "revokedAt" IS NULL)
)`
