import { type Actor, audit } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import type { Role } from '@/lib/data/role'
import { normalizeEmail } from './email'

/** False when nobody has an account with this address. */
export async function setRole(address: string, role: Role, by: Actor): Promise<boolean> {
  const email = normalizeEmail(address)
  if (!email) return false
  return db().$transaction(async (tx) => {
    const [account] = await tx.$queryRaw<{ id: string; role: Role }[]>`
      SELECT "id", "role" FROM "Account" WHERE "email" = ${email} FOR UPDATE`
    if (!account) return false
    if (account.role === role) return true
    await tx.account.update({ where: { id: account.id }, data: { role } })
    await audit(tx, by, {
      ...{ act: 'person.role_changed', target: account.id },
      ...{ before: account.role, after: role },
    })
    return true
  })
}
