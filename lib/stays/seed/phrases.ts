import type { StayKindName } from './kinds'

// Placeholders: {district}, {landmark}, {street}, {city}, {walk} (minutes), {rooms} (a number word).

export const openings: Record<StayKindName, readonly string[]> = {
  hotel: [
    'A small hotel on {street}, {walk} minutes on foot from {landmark}.',
    'Calm rooms behind a narrow front on {street}, a short stroll from {landmark}.',
    '{district} begins at the door of this family-run hotel, and {landmark} is {walk} minutes away.',
    'Once a merchant’s house, now a hotel between {street} and {landmark}.',
    'A bright corner hotel in {district} with tall windows over {street}.',
  ],
  apartment: [
    'Serviced apartments in a quiet building on {street}, {walk} minutes from {landmark}.',
    'Live like a neighbour: furnished flats above the shops of {street}, in the middle of {district}.',
    'Light apartments with real kitchens in {district}, close to {landmark}.',
    'A former workshop on {street}, turned into apartments with high ceilings and thick walls.',
  ],
  guesthouse: [
    'The hosts have lived on {street} for thirty years and know every bakery in {district}.',
    'A small guesthouse with {rooms} rooms on {street}, {walk} minutes from {landmark}.',
    'Creaking stairs, good coffee and {rooms} rooms in the heart of {district}.',
    'A family home that takes guests, around the corner from {landmark}.',
  ],
  hostel: [
    'A sociable hostel in {district} with sturdy bunks, lockers and {landmark} {walk} minutes away.',
    'Clean dorms and a long kitchen table on {street}, in the liveliest part of {district}.',
    'Built for travellers who are out all day: simple beds, hot showers and {landmark} close by.',
  ],
}

/** Each goes with an amenity, so that no description promises what the house does not have. */
export const features: Record<string, readonly string[]> = {
  breakfast: [
    'Breakfast is served until eleven, with bread from down the street.',
    'Breakfast comes with eggs to order and fruit from the market.',
  ],
  'rooftop terrace': ['From the rooftop terrace you can watch the evening settle over {district}.'],
  bar: ['The bar pours local drinks until midnight.'],
  garden: ['Behind the house, a walled garden keeps the noise of {city} out.'],
  courtyard: ['In summer, everyone ends up in the leafy courtyard.'],
  kitchen: ['Each kitchen has sharp knives, a proper oven and a coffee maker.'],
  workspace: ['A desk and fast wifi make working from here easy.'],
  library: ['The hosts’ library on the first floor is open to everyone.'],
  'shared kitchen': ['Guests cook together in the shared kitchen.'],
  'bicycle hire': ['Bicycles can be hired at the desk by the day.'],
  gym: ['A small gym is open around the clock.'],
  'games room': ['Table football and a stack of board games fill rainy evenings.'],
}

export const endings = [
  'Rooms to the back are the quietest.',
  'Public transport stops two streets away, at night too.',
  'Good for a long weekend without a car.',
  'Shops and cafés of {district} start right outside.',
  'The lively streets around {landmark} are near, the noise is not.',
  'Early arrivals can leave their bags from eight in the morning.',
  'Families get a cot and a high chair without asking twice.',
] as const
