import { z } from 'zod'
import { env } from '@/lib/env'
import { toPlainText } from '@/lib/plain-text'
import { defineOperation, done, outcome } from '@/lib/plugin/operation'
import { cancelReservation as cancel } from '@/lib/stays/cancellation'
import { Reservation } from '@/lib/stays/reservation-schema'
import { withReservationUrl } from '@/lib/stays/urls'
import { reservationId } from './inputs'

export const cancelReservation = defineOperation({
  route: 'POST /reservations/{id}/cancel',
  scope: 'reservations:write',
  effect: 'destroy',
  confirm: 'person',
  summary: 'Cancel a reservation',
  description:
    'Cancels a reservation of the signed-in person and frees the room. It cannot be undone.',
  input: z.object({ id: reservationId }),
  output: outcome({ reservation: Reservation.optional() }),
  errors: ['not_found', 'conflict'],
  examples: [{ prompt: 'Cancel my booking', input: { id: 'id-of-a-reservation' } }],
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
