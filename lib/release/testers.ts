import { randomUUID } from 'node:crypto'
import { type Actor, audit } from '@/lib/audit/audit'
import { db, type Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { randomToken, sha256 } from '@/lib/secrets'
import { lockPlaces, type Places, requirePlace } from './places'

const day = 86_400_000

/** Resolves to the link's token; whoever was invited before gets a new one, and the old link ends. */
export async function inviteTester(
  tx: Tx,
  { email, testers, days }: Places & { email: string },
  by: Actor,
): Promise<string> {
  await lockPlaces(tx)
  if ((await tx.tester.count({ where: { account: { email } } })) > 0) {
    throw new PublicError('conflict', 'This person is a tester already.')
  }
  const open = await tx.tester.findUnique({ where: { email } })
  const now = new Date()
  if (!open || open.expiresAt <= now) await requirePlace(tx, testers)
  const token = randomToken()
  const data = {
    tokenHash: sha256(token),
    invitedAt: now,
    expiresAt: new Date(now.getTime() + days * day),
  }
  const id = open?.id ?? randomUUID()
  await tx.tester.upsert({ where: { email }, create: { ...data, id, email }, update: data })
  await audit(tx, by, { act: 'tester.invited', target: id, after: { until: data.expiresAt } })
  return token
}

export type Invited = { id: string; email: string; emailVerified: boolean }

/**
 * The person's own invitation becomes their place: with its link, or without where their address is
 * proved to be theirs. False where there is none for them.
 */
export async function acceptInvitation(
  tx: Tx,
  { person: { id, email, emailVerified }, token }: { person: Invited; token: string | null },
  by: Actor,
): Promise<boolean> {
  if (token === null && !emailVerified) return false
  const [accepted] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Tester" SET "accountId" = ${id}, "email" = NULL, "tokenHash" = NULL, "acceptedAt" = now()
    WHERE "accountId" IS NULL AND "email" = ${email} AND "expiresAt" > now()
      AND (${token === null} OR "tokenHash" = ${sha256(token ?? '')})
      AND NOT EXISTS (SELECT 1 FROM "Tester" WHERE "accountId" = ${id})
    RETURNING "id"`
  if (!accepted) return false
  await tx.accessRequest.deleteMany({ where: { accountId: id } })
  await audit(tx, by, { act: 'tester.accepted', target: accepted.id })
  return true
}

const openBy = (token: string) => ({ tokenHash: sha256(token), expiresAt: { gt: new Date() } })

/** Whether the link works for anybody. */
export const isInvitation = async (token: string): Promise<boolean> =>
  (await db().tester.count({ where: openBy(token) })) > 0

/** Whether it works for the account with this address. */
export const isInvited = async (email: string, token: string): Promise<boolean> =>
  (await db().tester.count({ where: { ...openBy(token), email } })) > 0

/** Ends a place or an invitation; resolves to whose place it was, null for an invitation. */
export async function removeTester(tx: Tx, id: string, by: Actor): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ accountId: string | null }[]>`
    DELETE FROM "Tester" WHERE "id" = ${id} RETURNING "accountId"`
  if (!row) throw new PublicError('conflict', 'Somebody else removed this meanwhile.')
  await audit(tx, by, {
    ...{ act: row.accountId ? 'tester.removed' : 'tester.invitation_withdrawn', target: id },
    ...(row.accountId && { before: { account: row.accountId } }),
  })
  return row.accountId
}

export type TesterRow = {
  id: string
  /** Null while the invitation is open. */
  accountId: string | null
  name: string | null
  email: string
  invitedAt: Date
  acceptedAt: Date | null
  expiresAt: Date
}

/** Testers first, then open invitations; there are no more than places. */
export const listTesters = (): Promise<TesterRow[]> =>
  db().$queryRaw<TesterRow[]>`
    SELECT t."id", t."accountId", a."name", coalesce(a."email", t."email") AS "email",
      t."invitedAt", t."acceptedAt", t."expiresAt"
    FROM "Tester" t LEFT JOIN "Account" a ON a."id" = t."accountId"
    WHERE t."accountId" IS NOT NULL OR t."expiresAt" > now()
    ORDER BY t."accountId" IS NULL, t."invitedAt" DESC`
