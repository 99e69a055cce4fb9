import type { Tx } from '@/lib/data/db'
import { env } from '@/lib/env'

/**
 * The account's address is proved to be its person's. The address of FIRST_OPERATOR_EMAIL makes the
 * first operator.
 */
export async function proveAddress(accountId: string, tx: Tx): Promise<void> {
  await tx.account.updateMany({
    where: { id: accountId, emailVerifiedAt: null },
    data: { emailVerifiedAt: new Date() },
  })
  const { firstOperatorEmail } = env()
  if (!firstOperatorEmail) return
  if ((await tx.account.count({ where: { role: 'operator' } })) > 0) return
  await tx.account.updateMany({
    where: { id: accountId, email: firstOperatorEmail },
    data: { role: 'operator' },
  })
}
