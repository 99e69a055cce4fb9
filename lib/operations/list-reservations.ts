import { z } from 'zod'
import { env } from '@/lib/env'
import { defineOperation } from '@/lib/plugin/operation'
import { Reservation } from '@/lib/stays/reservation-schema'
import { listReservations as list } from '@/lib/stays/reservations'
import { withReservationUrl } from '@/lib/stays/urls'
import { cursor } from './inputs'

export const listReservations = defineOperation({
  route: 'GET /reservations',
  scope: 'reservations:read',
  effect: 'read',
  summary: 'List reservations',
  description:
    'Lists the reservations of the signed-in person, latest arrival first, cancelled ones included. Ten a page.',
  input: z.object({ cursor: cursor.optional() }),
  output: z.object({
    reservations: z.array(Reservation),
    nextCursor: z.string().describe('Give it as cursor for the next page').optional(),
  }),
  card: {
    list: 'reservations',
    title: 'stayName',
    subtitle: 'city',
    url: 'url',
    facts: {
      Arrival: 'checkIn',
      Departure: 'checkOut',
      Total: { cents: 'totalPrice', currency: 'currency' },
      Status: 'status',
    },
  },
  examples: [{ prompt: 'What have I booked?', input: {} }],
  async handler(input, { caller }) {
    const { reservations, ...page } = await list(caller.accountId, input)
    return {
      ...page,
      reservations: reservations.map((row) => withReservationUrl(env().origin, row)),
    }
  },
})
