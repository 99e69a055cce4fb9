import { z } from 'zod'
import { type Actor, audit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { earliestCheckIn } from '../dates'
import { isKey } from '../key'
import { checkTyped, typed } from './typed'

export const longestReason = 200

const Why = z.object({ reason: typed('Reason', longestReason) })

export type CancelledForHouse = {
  accountId: string
  stayName: string
  checkIn: string
  checkOut: string
  reason: string
}

/**
 * Cancels until the last day and frees the nights; the reason is what the person reads. Null where it
 * is cancelled already. Throws `invalid_request`, `not_found`, `conflict`.
 */
export async function cancelForHouse(
  tx: Tx,
  { id, by, ...why }: { id: string; reason: string; by: Actor },
): Promise<CancelledForHouse | null> {
  const { reason } = checkTyped(Why, why)
  const found = isKey(id)
    ? await tx.$queryRaw<(CancelledForHouse & { status: string })[]>`
      SELECT r."accountId", s.name AS "stayName", to_char(r."checkIn", 'YYYY-MM-DD') AS "checkIn",
        to_char(r."checkOut", 'YYYY-MM-DD') AS "checkOut", r.status::text
      FROM "Reservation" AS r JOIN "Stay" AS s ON s.id = r."stayId"
      WHERE r.id = ${id} FOR UPDATE OF r`
    : []
  const [stands] = found
  if (!stands) throw new PublicError('not_found', 'There is no such reservation.')
  const { status, ...reservation } = stands
  if (status === 'cancelled') return null
  if (reservation.checkOut <= earliestCheckIn()) {
    throw new PublicError('conflict', 'This stay is over, so it cannot be cancelled.')
  }
  await tx.reservation.update({
    where: { id },
    data: { status: 'cancelled', cancelledAt: new Date(), cancelReason: reason },
  })
  await tx.roomNight.deleteMany({ where: { reservationId: id } })
  // The reason stays with the reservation: it may speak of the person.
  const [before, after] = [{ status }, { status: 'cancelled' }]
  await audit(tx, by, { act: 'reservation.cancelled', target: id, before, after })
  return { ...reservation, reason }
}
