import type { Actor } from '@/lib/audit/audit'
import { telling } from '@/lib/notices/tell'
import { cancelForHouse } from '@/lib/stays/admin/cancel-for-house'

type Cancelling = { id: string; reason: string; by: Actor }

/** Cancels and tells the person, if they still have an account. False where it is cancelled already. */
export function cancelAndTell(cancelling: Cancelling): Promise<boolean> {
  return telling(async (tx, tell) => {
    const cancelled = await cancelForHouse(tx, cancelling)
    if (!cancelled) return false
    const { accountId, stayName, checkIn, checkOut, reason } = cancelled
    const about = `${stayName}, ${checkIn} – ${checkOut}: ${reason}`
    if (await tx.account.count({ where: { id: accountId } })) {
      await tell({ accountId, kind: 'reservation_cancelled', about, known: about })
    }
    return true
  })
}
