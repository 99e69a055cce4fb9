import type { Actor } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import type { Role } from '@/lib/data/role'
import { normalizeEmail } from './email'
import { changeRole } from './roles'

/** The account of this address, however it is written. */
export async function findAccountAt(address: string) {
  const email = normalizeEmail(address)
  return email ? db().account.findUnique({ where: { email } }) : null
}

/**
 * False when nobody has an account with this address. Throws PublicError where the last operator
 * would go.
 */
export async function setRole(address: string, role: Role, by: Actor): Promise<boolean> {
  const account = await findAccountAt(address)
  if (!account) return false
  if (account.role === role) return true
  // Changed by somebody else in this moment: what it is now is asked once more.
  return (
    (await changeRole(account.id, { from: account.role, to: role, by })) ||
    setRole(address, role, by)
  )
}
