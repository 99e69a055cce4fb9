/**
 * What this plugin calls itself, on every surface. The limits are the strictest of the hosts':
 * name 20 characters, short description 100, namespace letters and digits only.
 */
export const product = {
  name: 'Stays',
  nameForModel: 'stays',
  tagline: 'Find a place to stay and book it, from the assistant you already use.',
  descriptionForHuman:
    'Find a place to stay in 42 cities, compare prices, and book with your account.',
  descriptionForModel:
    'Finds places to stay by city, region or country and dates, shows prices and details, and books, lists and cancels reservations of the signed-in person. Prices are integers in minor units of the given currency. Dates are YYYY-MM-DD.',
  contactEmail: 'support@example.com',
  platform: 'Latchkey',
} as const
