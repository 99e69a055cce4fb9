import type { Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { earliestCheckIn } from './dates'
import { isKey } from './key'
import { getReservationIn } from './reservations'
import type { ReservationRow } from './urls'

/** Cancels and frees the room; once cancelled it stays as it is. Throws `not_found`, `conflict`. */
export async function cancelReservation(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<ReservationRow> {
  if (!isKey(id)) throw unknownReservation()
  await tx.$executeRaw`
    WITH cancelled AS (
      UPDATE "Reservation" SET status = 'cancelled', "cancelledAt" = now()
      WHERE id = ${id} AND "accountId" = ${accountId} AND status = 'confirmed'
        AND "checkIn" >= ${earliestCheckIn()}::date
      RETURNING id
    )
    DELETE FROM "RoomNight" USING cancelled WHERE "reservationId" = cancelled.id`
  const reservation = await getReservationIn(tx, accountId, id)
  if (!reservation) throw unknownReservation()
  if (reservation.status === 'cancelled') return reservation
  throw hasBegun()
}

/** What `cancelReservation` would cancel; it stays so until the transaction ends. Throws as it does. */
export async function findCancellable(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<ReservationRow> {
  if (!isKey(id)) throw unknownReservation()
  await tx.$queryRaw`
    SELECT 1 FROM "Reservation" WHERE id = ${id} AND "accountId" = ${accountId} FOR UPDATE`
  const reservation = await getReservationIn(tx, accountId, id)
  if (!reservation) throw unknownReservation()
  if (reservation.status === 'cancelled') {
    throw new PublicError('conflict', 'This reservation is cancelled already.')
  }
  if (reservation.checkIn < earliestCheckIn()) throw hasBegun()
  return reservation
}

const hasBegun = (): PublicError =>
  new PublicError('conflict', 'This stay has already begun, so it cannot be cancelled.')

const unknownReservation = (): PublicError =>
  new PublicError('not_found', 'There is no such reservation.')
