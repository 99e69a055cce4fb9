import { z } from 'zod'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { defineOperation } from '@/lib/plugin/operation'
import { getStay as find } from '@/lib/stays/stay'
import { StayDetails } from '@/lib/stays/stay-schema'
import { withStayUrls } from '@/lib/stays/urls'
import { checkIn, checkOut, guests, stay } from './inputs'

export const getStay = defineOperation({
  route: 'GET /stays/{slug}',
  scope: null,
  effect: 'read',
  // A house in full, with up to twenty rooms; twenty real ones take 400.
  budget: 4000,
  summary: 'Get one stay',
  description:
    'Describes one stay with its rooms and prices. With dates: only the rooms that are free then.',
  input: z.object({
    slug: stay,
    checkIn: checkIn.optional(),
    checkOut: checkOut.optional(),
    guests: guests.optional(),
  }),
  output: StayDetails,
  errors: ['not_found'],
  examples: [{ prompt: 'Tell me more about the first one', input: { slug: 'slug-from-a-search' } }],
  async handler({ slug, ...wishes }) {
    const found = await find(slug, wishes)
    if (!found) throw new PublicError('not_found', 'There is no stay with this slug.')
    return withStayUrls(env().origin, found)
  },
})
