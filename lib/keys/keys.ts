import { randomUUID } from 'node:crypto'
import { cleanName } from '@/lib/clean-name'
import { db, query } from '@/lib/data/db'
import { type Problem, problem } from '@/lib/i18n/problem'
import { telling } from '@/lib/notices/tell'
import { isScope, type Scope } from '@/lib/scopes'
import { randomToken, sha256 } from '@/lib/secrets'

/** A key as its person sees it; the key itself is shown once and then known to its holder only. */
export type Key = {
  id: string
  name: string
  hint: string
  scopes: Scope[]
  createdAt: Date
  expiresAt: Date
}

export const keyPrefix = 'lk_'

/** Days that a new key may live. */
export const keyLifetimes = [30, 90, 365]

const mostKeys = 50

const longestName = 60

export type NewKey = { name: string; scopes: string[]; days: number }

type Errors = { form?: Problem; name?: Problem; scopes?: Problem; days?: Problem }

/** Makes a key for a person; `allowed` are the scopes that there are to give. */
export async function createKey(
  accountId: string,
  { name, scopes, days }: NewKey,
  allowed: readonly Scope[],
): Promise<{ key: string } | { errors: Errors }> {
  const plainName = cleanName(name)
  const chosen = allowed.filter((scope) => scopes.includes(scope))
  const errors: Errors = {
    ...(!plainName && { name: problem('keys.nameNeeded') }),
    ...(plainName.length > longestName && {
      name: problem('keys.nameLong', { count: longestName }),
    }),
    ...(chosen.length === 0 && { scopes: problem('keys.scopesNeeded') }),
    ...(!keyLifetimes.includes(days) && { days: problem('keys.daysNeeded') }),
  }
  if (Object.keys(errors).length > 0) return { errors }
  const key = keyPrefix + randomToken()
  const isMade = await telling(async (tx, tell) => {
    // One after the other, or several would all be the last that fits.
    const account = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Account" WHERE "id" = ${accountId} AND "deleteAfter" IS NULL FOR UPDATE`
    const alive = { accountId, revokedAt: null, expiresAt: { gt: new Date() } }
    if (account.length === 0 || (await tx.apiKey.count({ where: alive })) >= mostKeys) return false
    await tx.$executeRaw`
      INSERT INTO "ApiKey" ("id", "accountId", "name", "hash", "hint", "scopes", "expiresAt")
      VALUES (${randomUUID()}, ${accountId}, ${plainName}, ${sha256(key)}, ${key.slice(-4)}, ${chosen},
        now() + make_interval(days => ${days}))`
    await tell({ accountId, kind: 'key_made', about: plainName })
    return true
  })
  if (isMade) return { key }
  return { errors: { form: (await isLeaving(accountId)) ? leaving : tooMany } }
}

const leaving = problem('keys.leaving')
const tooMany = problem('keys.tooMany', { count: mostKeys })

const isLeaving = async (id: string): Promise<boolean> =>
  (await db().account.count({ where: { id, deleteAfter: { not: null } } })) > 0

/** The keys of a person that still work, newest first. */
export const listKeys = (accountId: string): Promise<Key[]> =>
  list({ accountId, revokedAt: null, expiresAt: { gt: new Date() } })

/** Those that have ended, too. */
export const listAllKeys = (accountId: string): Promise<Key[]> => list({ accountId })

async function list(where: {
  accountId: string
  revokedAt?: null
  expiresAt?: { gt: Date }
}): Promise<Key[]> {
  const rows = await db().apiKey.findMany({ where, orderBy: { createdAt: 'desc' }, take: 1000 })
  return rows.map(({ id, name, hint, scopes, createdAt, expiresAt }) => ({
    ...{ id, name, hint, createdAt, expiresAt },
    scopes: scopes.filter(isScope),
  }))
}

/** Ends a key of this person; somebody else's is left as it is. */
export async function revokeKey(accountId: string, id: string): Promise<void> {
  await query(
    'key_revoke',
    `UPDATE "ApiKey" SET "revokedAt" = now()
     WHERE "accountId" = $1 AND "id" = $2 AND "revokedAt" IS NULL`,
    [accountId, id],
  )
}

export async function revokeAllKeys(accountId: string): Promise<void> {
  await query(
    'key_revoke_all',
    `UPDATE "ApiKey" SET "revokedAt" = now() WHERE "accountId" = $1 AND "revokedAt" IS NULL`,
    [accountId],
  )
}
