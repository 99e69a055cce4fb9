import { z } from 'zod'
import { env } from '@/lib/env'
import { defineOperation } from '@/lib/plugin/operation'
import { nextWeekend } from '@/lib/stays/next-weekend'
import { searchStays as search } from '@/lib/stays/search'
import { StaySummary } from '@/lib/stays/stay-schema'
import { withStayUrls } from '@/lib/stays/urls'
import { checkIn, checkOut, cursor, guests } from './inputs'
import { stayCards } from './views/stay-cards'

export const searchStays = defineOperation({
  route: 'GET /stays',
  scope: null,
  effect: 'read',
  summary: 'Search stays',
  description:
    'Finds places to stay by city, region or country. With dates: only what is free, priced for them. Ten a page.',
  input: z.object({
    where: z.string().max(100).describe('City, region or country, for example Paris').optional(),
    checkIn: checkIn.optional(),
    checkOut: checkOut.optional(),
    guests: guests.optional(),
    maxPrice: z.int().min(0).max(10_000_000).describe('Most per night, in cents').optional(),
    sort: z.enum(['recommended', 'price', 'rating']).describe('Order of the results').optional(),
    cursor: cursor.optional(),
  }),
  output: z.object({
    stays: z.array(StaySummary),
    nextCursor: z.string().describe('Give it as cursor for the next page').optional(),
  }),
  card: {
    list: 'stays',
    title: 'name',
    subtitle: 'city',
    url: 'url',
    image: 'image',
    facts: {
      Rating: 'rating',
      'Per night': { cents: 'pricePerNight', currency: 'currency' },
      'All nights': { cents: 'totalPrice', currency: 'currency' },
    },
  },
  view: stayCards,
  examples: [
    {
      prompt: 'Where can I stay in Paris next weekend?',
      // Read anew each time: what is published must not ask for days that are over.
      get input() {
        return { where: 'Paris', ...nextWeekend(), guests: 2 }
      },
    },
    {
      prompt: 'Show me the cheapest stays in California',
      input: { where: 'California', sort: 'price' },
    },
  ],
  async handler(input, { region }) {
    const { stays, ...page } = await search({ ...input, near: region })
    return { ...page, stays: stays.map((stay) => withStayUrls(env().origin, stay)) }
  },
})
