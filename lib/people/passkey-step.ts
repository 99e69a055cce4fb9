import type { Tx } from '@/lib/data/db'

/**
 * Without a passkey none can be asked for, and the next one must not bring the question back unasked.
 * True when the password alone signs in from now on: then recovery codes stand in for nothing.
 */
export async function stopAskingForPasskey(accountId: string, tx: Tx): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, passkeyStep: true, passkeys: { none: {} } },
    data: { passkeyStep: false },
  })
  if (count === 0) return false
  const where = { accountId, confirmedAt: { not: null } }
  if ((await tx.authenticator.count({ where })) > 0) return false
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  return true
}
