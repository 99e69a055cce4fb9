import { type Actor, audit } from '@/lib/audit/audit'
import { db, type Tx } from '@/lib/data/db'
import type { Role } from '@/lib/data/role'
import { PublicError } from '@/lib/errors'

/**
 * Throws PublicError where this account is the only operator that can act and stays. Holds the operators' rows
 * until the transaction ends: of two who step down in the same moment one stays.
 */
export async function requireOtherOperator(tx: Tx, id: string): Promise<void> {
  const operators = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Account" WHERE "role" = 'operator' AND "suspendedAt" IS NULL
      AND ("deleteAfter" IS NULL OR "id" = ${id})
    ORDER BY "id" FOR UPDATE`
  if (operators.length === 1 && operators[0]?.id === id) {
    throw new PublicError('conflict', 'This is the last operator: make somebody else one first.')
  }
}

type Change = { from: Role; to: Role; by: Actor }

/** False where the account is gone or has not the role `from` any more. */
export async function changeRole(id: string, { from, to, by }: Change): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (from === 'operator') await requireOtherOperator(tx, id)
    const { count } = await tx.account.updateMany({
      where: { id, role: from },
      data: { role: to },
    })
    if (count === 0) return false
    await audit(tx, by, { act: 'person.role_changed', target: id, before: from, after: to })
    return true
  })
}
