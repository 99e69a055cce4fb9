import { z } from 'zod'
import { env } from '@/lib/env'
import { toPlainText } from '@/lib/plain-text'
import { defineOperation, done, outcome } from '@/lib/plugin/operation'
import { cancelReservation as cancel, findCancellable } from '@/lib/stays/cancellation'
import { Reservation } from '@/lib/stays/reservation-schema'
import { withReservationUrl } from '@/lib/stays/urls'
import { toCancellationConfirmation } from './confirmations'
import { reservationId } from './inputs'

export const cancelReservation = defineOperation({
  route: 'POST /reservations/{id}/cancel',
  scope: 'reservations:write',
  effect: 'destroy',
  repeats: true,
  confirm: 'person',
  summary: 'Cancel a reservation',
  description:
    'Cancels a reservation and frees the room, once the signed-in person says yes. It cannot be undone.',
  input: z.object({ id: reservationId }),
  output: outcome({ reservation: Reservation.optional() }),
  errors: ['not_found', 'conflict'],
  examples: [{ prompt: 'Cancel my booking', input: { id: 'id-of-a-reservation' } }],
  async confirmation({ id }, { caller, tx }) {
    return toCancellationConfirmation(await findCancellable(tx, caller.accountId, id))
  },
  async handler({ id }, { caller, tx }) {
    const cancelled = await cancel(tx, caller.accountId, id)
    return done(
      `Cancelled “${toPlainText(cancelled.stayName, 80)}” from ${cancelled.checkIn} to ${cancelled.checkOut}.`,
      {
        reservation: withReservationUrl(env().origin, cancelled),
      },
    )
  },
})
