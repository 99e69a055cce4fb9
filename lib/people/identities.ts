import { randomUUID } from 'node:crypto'
import { db, type Tx } from '@/lib/data/db'
import type { Locale } from '@/lib/i18n/locales'
import { usedProviders } from '@/lib/settings/ways-in'
import { proveAddress } from './proof'

/** What a provider says of a person, checked; `email` only when the provider has proved it. */
export type Identity = {
  issuer: string
  subject: string
  name: string
  email: string | null
  hint: string
}

/** Whose identity this is; null when nobody's here. */
export async function findByIdentity({ issuer, subject }: Identity): Promise<string | null> {
  const where = { issuer_subject: { issuer, subject } }
  const row = await db().identity.findUnique({ where, select: { id: true, accountId: true } })
  if (!row) return null
  await db().identity.updateMany({ where: { id: row.id }, data: { lastUsedAt: new Date() } })
  return row.accountId
}

/** A new account without a password; null when the address or the identity has one already. */
export async function createByIdentity(
  identity: Identity & { email: string },
  locale: Locale | null = null,
) {
  const { email, name } = identity
  const id = randomUUID()
  const account = { id, email, name, locale, passwordHash: null }
  return db()
    .$transaction(async (tx) => {
      const made = await tx.account.createMany({ data: [account], skipDuplicates: true })
      if (made.count === 0 || !(await put(id, identity, tx))) throw taken
      await proveAddress(id, tx)
      return id
    })
    .catch((error) => {
      if (error === taken) return null
      throw error
    })
}

/** False when it is somebody else's already. */
export async function linkIdentity(accountId: string, identity: Identity): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await put(accountId, identity, tx))) {
      const { issuer, subject } = identity
      return (await tx.identity.count({ where: { accountId, issuer, subject } })) > 0
    }
    const account = await tx.account.findUnique({ where: { id: accountId } })
    if (identity.email && account?.email === identity.email) await proveAddress(accountId, tx)
    return true
  })
}

export const listIdentities = (accountId: string) =>
  db().identity.findMany({
    where: { accountId },
    select: { id: true, issuer: true, hint: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: 'asc' },
  })

/** False when nothing else would let the person in. */
export async function unlinkIdentity(accountId: string, id: string): Promise<boolean> {
  const issuers = await usedIssuers()
  return db().$transaction(async (tx) => {
    await lockAccount(accountId, tx)
    if (!(await hasWayIn(accountId, { identity: id, issuers }, tx))) return false
    await tx.identity.deleteMany({ where: { accountId, id } })
    return true
  })
}

/** One after the other: two ways taken away at once must not leave none. */
export const lockAccount = (accountId: string, tx: Tx) =>
  tx.$executeRaw`SELECT 1 FROM "Account" WHERE "id" = ${accountId} FOR UPDATE`

/** For `hasWayIn`: to be asked before its transaction, which may hold the only connection there is. */
export const usedIssuers = async (): Promise<string[]> =>
  (await usedProviders()).map(({ issuer }) => issuer)

/** Whether a password, passkey or provider of this site is left when one is gone. */
export async function hasWayIn(
  accountId: string,
  without: { identity?: string; passkey?: string; issuers: string[] },
  tx: Tx,
): Promise<boolean> {
  const issuer = { in: without.issuers }
  const ways = await tx.account.count({
    where: {
      id: accountId,
      OR: [
        { passwordHash: { not: null } },
        { passkeys: { some: { copiedAt: null, id: { not: without.passkey ?? '' } } } },
        { identities: { some: { issuer, id: { not: without.identity ?? '' } } } },
      ],
    },
  })
  return ways > 0
}

const taken = new Error('taken')

const mostIdentities = 20

async function put(accountId: string, identity: Identity, tx: Tx): Promise<boolean> {
  await lockAccount(accountId, tx)
  if ((await tx.identity.count({ where: { accountId } })) >= mostIdentities) return false
  const { issuer, subject, hint } = identity
  const { count } = await tx.identity.createMany({
    data: [{ id: randomUUID(), accountId, issuer, subject, hint, lastUsedAt: new Date() }],
    skipDuplicates: true,
  })
  return count === 1
}
