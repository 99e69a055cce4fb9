/**
 * What this plugin calls itself, on every surface, until an operator says otherwise (lib/listing).
 * Within the strictest limits of the hosts (lib/listing/limits.ts).
 */
export const product = {
  name: 'Stays',
  nameForModel: 'stays',
  subtitle: 'Find and book a place to stay',
  tagline: 'Find a place to stay and book it, from the assistant you already use.',
  descriptionForHuman:
    'Find a place to stay in 42 cities, compare prices, and book with your account.',
  descriptionForModel:
    'Finds places to stay by city, region or country and dates, shows prices and details, and books, lists and cancels reservations of the signed-in person. Prices are integers in minor units of the given currency. Dates are YYYY-MM-DD.',
  descriptionForDirectory:
    'Search hotels, apartments, guesthouses and hostels by city, region or country, with what is free on your dates and what it costs in all. Book the one you like with your own account, see what you booked, and cancel it. Nothing is booked or cancelled before you say yes.',
  contactEmail: 'support@example.com',
  platform: 'Latchkey',
} as const

/** What a person may ask and no operation does: a host's reviewer tries that nothing happens. */
export const outOfScope = [
  { prompt: 'Book me a flight from Paris to Rome', why: 'Nothing here sells flights.' },
  { prompt: 'What will the weather be like in Lisbon on Friday?', why: 'Nothing here knows it.' },
  {
    prompt: 'Write a thank-you letter to my last host',
    why: 'An assistant writes by itself; no operation writes to anybody.',
  },
]
