import type { Tx } from '@/lib/data/db'

/** Who booked is nobody any more; the house keeps what it sold, and the rooms stay taken. */
export async function forgetPerson(tx: Tx, accountId: string): Promise<void> {
  await tx.reservation.updateMany({
    where: { accountId },
    data: { accountId: 'deleted', actionId: null },
  })
}
