import { z } from 'zod'
import { plain, untrusted, untrustedList } from '@/lib/untrusted'

// Flat on purpose: many hosts cannot read unions, nulls or recursion in a schema.
const price = () => z.number().int().min(0)

const described = {
  slug: z.string().describe('Identifies the stay in other operations'),
  name: untrusted(80, 'Name of the house'),
  kind: z.string().describe('hotel, apartment, guesthouse or hostel'),
  city: plain(80).describe('City'),
  region: plain(80).describe('State, province or region'),
  country: plain(80).describe('Country'),
  rating: z.number().min(0).max(5).describe('0 to 5, one decimal'),
  pricePerNight: price().describe(
    'Minor units; average of the dates, or lowest price without dates',
  ),
  totalPrice: price().optional().describe('Minor units for all nights; absent without dates'),
  currency: z.string().describe('ISO 4217 code'),
  maxGuests: z.number().int().min(1).describe('Guests the largest room takes'),
}

const links = {
  url: z.string().describe('Page of the stay'),
  image: z.string().describe('Preview image'),
}

export const StaySummary = z.object({ ...described, ...links })
export type StaySummary = z.infer<typeof StaySummary>

export const RoomOffer = z.object({
  name: untrusted(60, 'Name of the room'),
  maxGuests: z.number().int().min(1).describe('Guests the room takes'),
  pricePerNight: price().describe('Minor units; average of the dates, or base price without dates'),
  totalPrice: price().optional().describe('Minor units for all nights; absent without dates'),
})
export type RoomOffer = z.infer<typeof RoomOffer>

/** An answer has a budget of tokens; who compares more rooms than that opens the page. */
const mostRooms = 20

export const StayDetails = z.object({
  ...described,
  description: untrusted(1000, 'What the house is like'),
  address: untrusted(160, 'Street address'),
  latitude: z.number().describe('Degrees north'),
  longitude: z.number().describe('Degrees east'),
  amenities: untrustedList(40, 30, 'What guests can use'),
  rooms: z
    .array(RoomOffer)
    .overwrite((rooms) => rooms.slice(0, mostRooms))
    .describe(`At most ${mostRooms} rooms that fit and are free, cheapest first; may be empty`),
  ...links,
})
export type StayDetails = z.infer<typeof StayDetails>
