import { z } from 'zod'
import { plain, untrusted } from '@/lib/untrusted'

export const Reservation = z.object({
  id: z.string().describe('Identifies the reservation'),
  stay: z.string().describe('Slug of the stay'),
  stayName: untrusted(80, 'Name of the house'),
  city: plain(80).describe('City'),
  checkIn: z.string().describe('Arrival, YYYY-MM-DD'),
  checkOut: z.string().describe('Departure, YYYY-MM-DD'),
  nights: z.number().int().describe('Number of nights'),
  guests: z.number().int().describe('Number of guests'),
  room: untrusted(60, 'Name of the room'),
  totalPrice: z.number().int().describe('Price of all nights in minor units'),
  currency: z.string().describe('ISO 4217 code'),
  status: z.enum(['confirmed', 'cancelled']).describe('A cancelled reservation costs nothing'),
  cancelReason: untrusted(200, 'Why the house cancelled').optional(),
  url: z.string().describe('Page of the stay, while it is offered').optional(),
})
export type Reservation = z.infer<typeof Reservation>
