import { z } from 'zod'

// Flat on purpose: many hosts cannot read unions, nulls or recursion in a schema.
const price = () => z.number().int().min(0)

const described = {
  slug: z.string().describe('Identifies the stay in other operations'),
  name: z.string().describe('Name of the house'),
  kind: z.string().describe('hotel, apartment, guesthouse or hostel'),
  city: z.string().describe('City'),
  region: z.string().describe('State, province or region'),
  country: z.string().describe('Country'),
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
  name: z.string().describe('Name of the room'),
  maxGuests: z.number().int().min(1).describe('Guests the room takes'),
  pricePerNight: price().describe('Minor units; average of the dates, or base price without dates'),
  totalPrice: price().optional().describe('Minor units for all nights; absent without dates'),
})
export type RoomOffer = z.infer<typeof RoomOffer>

export const StayDetails = z.object({
  ...described,
  description: z.string().describe('What the house is like'),
  address: z.string().describe('Street address'),
  latitude: z.number().describe('Degrees north'),
  longitude: z.number().describe('Degrees east'),
  amenities: z.array(z.string()).describe('What guests can use'),
  rooms: z.array(RoomOffer).describe('Rooms that fit and are free, cheapest first; may be empty'),
  ...links,
})
export type StayDetails = z.infer<typeof StayDetails>
