import { z } from 'zod'
import { env } from '@/lib/env'
import { toPlainText } from '@/lib/plain-text'
import { defineOperation, done, outcome } from '@/lib/plugin/operation'
import { bookStay as book } from '@/lib/stays/booking'
import { quoteStay } from '@/lib/stays/quote'
import { Reservation } from '@/lib/stays/reservation-schema'
import { withReservationUrl } from '@/lib/stays/urls'
import { toBookingConfirmation } from './confirmations'
import { checkIn, checkOut, guests, stay } from './inputs'

export const bookStay = defineOperation({
  route: 'POST /reservations',
  scope: 'reservations:write',
  effect: 'write',
  confirm: { by: 'person', appMay: true },
  summary: 'Book a stay',
  description: 'Books the cheapest free room that fits, once the signed-in person says yes.',
  input: z.object({ stay, checkIn, checkOut, guests }),
  output: outcome({ reservation: Reservation.optional() }),
  errors: ['not_found', 'conflict'],
  examples: [
    {
      prompt: 'Book the first one for Friday to Sunday',
      input: {
        stay: 'slug-from-a-search',
        checkIn: '2027-03-05',
        checkOut: '2027-03-07',
        guests: 2,
      },
    },
  ],
  async confirmation(input, { tx }) {
    return toBookingConfirmation(input, await quoteStay(tx, input))
  },
  async handler(input, { caller, tx, actionId }) {
    const booked = await book(tx, { ...input, accountId: caller.accountId, actionId })
    return done(
      `Booked “${toPlainText(booked.stayName, 80)}” from ${booked.checkIn} to ${booked.checkOut}.`,
      {
        reservation: withReservationUrl(env().origin, booked),
      },
    )
  },
})
