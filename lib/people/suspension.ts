import { type Actor, audit } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { requireOtherOperator } from './roles'

export const isSuspended = async (id: string): Promise<boolean> =>
  (await db().account.count({ where: { id, suspendedAt: { not: null } } })) > 0

/**
 * Stops an account: it is signed out everywhere, and its connections and keys open nothing within a
 * second, until the suspension is taken back. False where it is stopped already.
 * Throws PublicError for the operator's own account and for the last operator's.
 */
export async function suspendPerson(id: string, by: Actor): Promise<boolean> {
  if (id === by.accountId) throw new PublicError('conflict', 'You cannot suspend yourself.')
  return db().$transaction(async (tx) => {
    await requireOtherOperator(tx, id)
    const count = await tx.$executeRaw`
      UPDATE "Account" SET "suspendedAt" = clock_timestamp()
      WHERE "id" = ${id} AND "suspendedAt" IS NULL`
    if (count === 0) return false
    const { count: sessions } = await tx.session.deleteMany({ where: { accountId: id } })
    await audit(tx, by, { act: 'person.suspended', target: id, after: { sessions } })
    return true
  })
}

/** False where it was not stopped. */
export async function resumePerson(id: string, by: Actor): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const where = { id, suspendedAt: { not: null } }
    const { count } = await tx.account.updateMany({ where, data: { suspendedAt: null } })
    if (count === 0) return false
    await audit(tx, by, { act: 'person.resumed', target: id })
    return true
  })
}

/** Signs a person out everywhere; resolves to how many browsers that were. */
export async function endSessions(accountId: string, by: Actor): Promise<number> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { accountId } })
    await audit(tx, by, { act: 'person.sessions_ended', target: accountId, before: count })
    return count
  })
}
