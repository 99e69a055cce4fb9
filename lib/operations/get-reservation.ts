import { z } from 'zod'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { defineOperation } from '@/lib/plugin/operation'
import { Reservation } from '@/lib/stays/reservation-schema'
import { getReservation as find } from '@/lib/stays/reservations'
import { withReservationUrl } from '@/lib/stays/urls'
import { reservationId } from './inputs'

export const getReservation = defineOperation({
  route: 'GET /reservations/{id}',
  scope: 'reservations:read',
  effect: 'read',
  summary: 'Get one reservation',
  description: 'Shows one reservation of the signed-in person.',
  input: z.object({ id: reservationId }),
  output: Reservation,
  errors: ['not_found'],
  examples: [{ prompt: 'Is my booking confirmed?', input: { id: 'id-of-a-reservation' } }],
  async handler({ id }, { caller }) {
    const found = await find(caller.accountId, id)
    if (!found) throw new PublicError('not_found', 'You have no reservation with this id.')
    return withReservationUrl(env().origin, found)
  },
})
