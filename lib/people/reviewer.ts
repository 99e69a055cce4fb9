import { randomBytes, randomUUID } from 'node:crypto'
import { type Actor, audit } from '@/lib/audit/audit'
import { db, type Tx } from '@/lib/data/db'
import { hashPassword } from './passwords'

/** Days after which a reviewer's account ends by itself. */
export const reviewDays = { usual: 14, most: 90 }

export type Reviewer = {
  accountId: string
  email: string
  until: Date
  hasPassword: boolean
  isVerified: boolean
  hasSecondFactor: boolean
}

type NewReviewer = {
  days: number
  /** Of the reviewer's address, which nobody reads. */
  domain: string
  by: Actor
}

/**
 * An account that signs in by its password alone; the password is told here and never again. `ended`
 * are those that it takes the place of.
 */
export async function createReviewer({ days, domain, by }: NewReviewer) {
  const accountId = randomUUID()
  const email = `reviewer-${randomBytes(4).toString('hex')}@${domain}`
  const password = randomBytes(15).toString('base64url')
  const passwordHash = await hashPassword(password)
  const ended = await db().$transaction(async (tx) => {
    const before = await end(tx, by)
    await tx.$executeRaw`
      INSERT INTO "Account" ("id", "email", "name", "passwordHash", "emailVerifiedAt", "reviewUntil", "mailsWaiting")
      VALUES (${accountId}, ${email}, 'Reviewer', ${passwordHash}, now(),
        now() + make_interval(days => ${days}), false)`
    await audit(tx, by, { act: 'reviewer.created', target: accountId, after: { days } })
    return before
  })
  return { accountId, email, password, ended }
}

/** The account that reviewers can use now. */
export async function getReviewer(): Promise<Reviewer | null> {
  const account = await db().account.findFirst({
    where: { reviewUntil: { gt: new Date() } },
    include: { authenticator: true, passkeys: { take: 1 } },
  })
  if (!account?.reviewUntil) return null
  const { id, email, reviewUntil, passwordHash, emailVerifiedAt } = account
  return {
    ...{ accountId: id, email, until: reviewUntil },
    hasPassword: passwordHash !== null,
    isVerified: emailVerifiedAt !== null,
    hasSecondFactor:
      (account.authenticator?.confirmedAt ?? null) !== null ||
      (account.passkeyStep && account.passkeys.length > 0),
  }
}

/** Nobody signs in to it any more, and the sweep removes it with all that is its. */
export const endReviewer = (by: Actor): Promise<string[]> => db().$transaction((tx) => end(tx, by))

async function end(tx: Tx, by: Actor): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Account" SET "reviewUntil" = now(), "deleteAfter" = now()
    WHERE "reviewUntil" > now() RETURNING "id"`
  for (const { id } of rows) await audit(tx, by, { act: 'reviewer.ended', target: id })
  return rows.map(({ id }) => id)
}
