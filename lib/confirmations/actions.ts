import { query, type Tx } from '@/lib/data/db'
import { OwnError } from '@/lib/errors'
import { seal } from '@/lib/secrets'
import {
  type Action,
  type ActionError,
  type ActionState,
  columns,
  isActionId,
  isDue,
  purpose,
  toAction,
  waitsFor,
} from './action'
import { findCaller } from './connection'
import { spentToday } from './limits'
import type { AskRule } from './rules'
import { countHeld, expireSql } from './waiting'

export type NewAction = {
  id: string
  accountId: string
  grantId: string
  operation: string
  inputHash: string
  /** Null: nothing makes two calls the same. */
  onceKey: string | null
  again: boolean
  spends: boolean
}

/** What the person set for this connection and operation. */
export type Begun = { rule: AskRule | null; isLimited: boolean }

/**
 * Begins an action unless there is one of its key, or another transaction is about to make it: null.
 * Nobody waits here for a transaction that runs, so that retries cannot use up the connections.
 */
async function insert(tx: Tx, action: NewAction): Promise<Begun | null> {
  const { id, accountId, grantId, operation, inputHash, onceKey, again, spends } = action
  const [begun] = await tx.$queryRawUnsafe<Begun[]>(
    `INSERT INTO "Action"
       ("id", "accountId", "grantId", "operation", "inputHash", "onceKey", "again", "spends", "state")
     SELECT $1, $2, $3::text, $4::text, $5, $6::text, $7, $8, 'running'
     WHERE $6 IS NULL OR pg_try_advisory_xact_lock(hashtextextended($3 || ' ' || $6, 0))
     ON CONFLICT ("grantId", "onceKey") DO NOTHING
     RETURNING (SELECT json_build_object('mode', "mode", 'above', "above", 'currency', "currency")
         FROM "AskRule" WHERE "grantId" = $3 AND "operation" = $4) AS rule,
       EXISTS (SELECT 1 FROM "SpendingLimit" WHERE "grantId" = $3) AS "isLimited"`,
    ...[id, accountId, grantId, operation, inputHash, onceKey, again, spends],
  )
  return begun ?? null
}

/** The action that the same call made before. */
async function find(tx: Tx, grantId: string, onceKey: string): Promise<Action | null> {
  const [row] = await tx.$queryRawUnsafe<Action[]>(
    `SELECT ${columns} FROM "Action" WHERE "grantId" = $1 AND "onceKey" = $2`,
    grantId,
    onceKey,
  )
  return row ? toAction(row) : null
}

/** The action of this person, and nobody else may change it meanwhile. */
async function lock(tx: Tx, accountId: string, id: string): Promise<Action | null> {
  if (!isActionId(id)) return null
  const [row] = await tx.$queryRawUnsafe<Action[]>(
    `SELECT ${columns} FROM "Action" WHERE "accountId" = $1 AND "id" = $2 FOR UPDATE`,
    accountId,
    id,
  )
  const action = row ? toAction(row) : null
  if (row?.state === 'waiting' && action?.state === 'expired') {
    await tx.$executeRawUnsafe(expireSql, [id])
  }
  return action
}

/** The next call of this kind is a new one. False: somebody else is at it. */
async function release(tx: Tx, id: string): Promise<boolean> {
  const released = await tx.$executeRaw`
    UPDATE "Action" SET "onceKey" = NULL WHERE "id" = (
      SELECT "id" FROM "Action" WHERE "id" = ${id} AND "onceKey" IS NOT NULL
      FOR UPDATE SKIP LOCKED)`
  return released > 0
}

export type Held = {
  input: string
  shown: string
  amount: Amount | null
}

type Amount = { minor: number; currency: string }

/** It waits for the person from now on; resolves to until when. */
async function hold(tx: Tx, id: string, { input, shown, amount }: Held): Promise<Date> {
  const [row] = await tx.$queryRawUnsafe<{ expiresAt: Date }[]>(
    `UPDATE "Action" SET "state" = 'waiting', "input" = $2, "shown" = $3, "amount" = $4::bigint,
       "currency" = $5, "expiresAt" = clock_timestamp() + interval '${waitsFor}'
     WHERE "id" = $1 RETURNING "expiresAt"`,
    ...[id, seal(purpose.input, input), seal(purpose.shown, shown)],
    ...[amount?.minor ?? null, amount?.currency ?? null],
  )
  if (!row) throw new OwnError('the action is gone')
  return row.expiresAt
}

/** What it costs, as it was agreed to or asked for: a limit counts it from now on. */
async function setAmount(tx: Tx, id: string, amount: Amount): Promise<void> {
  const { minor, currency } = amount
  await tx.$executeRaw`
    UPDATE "Action" SET "amount" = ${minor}::bigint, "currency" = ${currency} WHERE "id" = ${id}`
}

/** The person said yes to something that happens elsewhere: from now on it may have happened. */
async function start(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Action" SET "state" = 'running', "decidedAt" = clock_timestamp() WHERE "id" = ${id}`
}

export type End = {
  state: Extract<ActionState, 'done' | 'refused' | 'failed' | 'unknown'>
  result?: string
  error?: ActionError
  /** The assistant waits for the answer, and this is it. */
  delivered?: boolean
  /** The person decided it now. */
  decided?: boolean
  /** The same call may be made again. */
  released?: boolean
}

/** False when it had ended already. What was given up as unknown may still end. */
async function finish(tx: Tx, id: string, end: End): Promise<boolean> {
  const { state, result, error } = end
  const ended = await tx.$executeRawUnsafe(
    `UPDATE "Action" SET "state" = $2::"ActionState", "result" = $3, "error" = $4::jsonb,
       "endedAt" = clock_timestamp(),
       "deliveredAt" = CASE WHEN $5 THEN clock_timestamp() END,
       "decidedAt" = CASE WHEN $6 THEN clock_timestamp() ELSE "decidedAt" END,
       "onceKey" = CASE WHEN $7 THEN NULL ELSE "onceKey" END
     WHERE "id" = $1 AND "state" IN ('waiting', 'running', 'unknown')`,
    ...[id, state, result === undefined ? null : seal(purpose.result, result)],
    ...[error ? JSON.stringify(error) : null, end.delivered ?? false, end.decided ?? false],
    end.released ?? false,
  )
  return ended > 0
}

/** What waited too long is expired, what nobody runs any more is unknown. */
async function settle(tx: Tx, id: string): Promise<void> {
  await tx.$executeRawUnsafe(`${settleSql} AND "id" = $1`, id)
}

export const settleSql = `UPDATE "Action" SET "endedAt" = clock_timestamp(),
  "state" = (CASE state WHEN 'waiting' THEN 'expired' ELSE 'unknown' END)::"ActionState"
  WHERE ${isDue}`

/** The assistant is told how it ended. */
async function deliver(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Action" SET "deliveredAt" = clock_timestamp()
    WHERE "id" = ${id} AND "deliveredAt" IS NULL`
}

/** The person sees it. */
async function open(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Action" SET "openedAt" = clock_timestamp() WHERE "id" = ${id} AND "openedAt" IS NULL`
}

/** Whether it has yet to be decided or is being done; asked again and again, so it locks nothing. */
async function isOpen({ grantId, id }: { grantId: string; id: string }): Promise<boolean> {
  const open = await query(
    'action_is_open',
    `SELECT 1 FROM "Action" WHERE "id" = $1 AND "grantId" = $2
       AND state IN ('waiting', 'running') AND NOT ${isDue}`,
    [id, grantId],
  )
  return open.length > 0
}

/** The rows of held actions, for whoever runs them. */
export const actions = {
  ...{ insert, find, lock, release, hold, setAmount, start, finish, settle, deliver, open },
  ...{ findCaller, spentToday, countHeld, isOpen },
}

export type Actions = typeof actions
