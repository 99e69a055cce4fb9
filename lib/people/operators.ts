import { db } from '@/lib/data/db'
import type { Role } from '@/lib/data/role'
import { normalizeEmail } from './email'

/** False when nobody has an account with this address. */
export async function setRole(address: string, role: Role): Promise<boolean> {
  const email = normalizeEmail(address)
  if (!email) return false
  const { count } = await db().account.updateMany({ where: { email }, data: { role } })
  return count > 0
}
