export type StayKindName = 'hotel' | 'apartment' | 'guesthouse' | 'hostel'

/** Room name, guests, percent of the price of the stay's plain double. */
type RoomKind = readonly [string, number, number]

type KindSeed = {
  /** Percent of the city's price level. */
  price: number
  rooms: readonly RoomKind[]
  /** All have wifi besides. */
  amenities: readonly string[]
}

export const kinds: Record<StayKindName, KindSeed> = {
  hotel: {
    price: 115,
    rooms: [
      ['Single room', 1, 78],
      ['Double room', 2, 100],
      ['Twin room', 2, 104],
      ['Double room with balcony', 2, 124],
      ['Family room', 4, 158],
      ['Junior suite', 3, 190],
    ],
    amenities: [
      'breakfast',
      'air conditioning',
      'bar',
      'lift',
      'gym',
      '24-hour reception',
      'luggage storage',
      'accessible rooms',
      'rooftop terrace',
    ],
  },
  apartment: {
    price: 105,
    rooms: [
      ['Studio', 2, 92],
      ['One-bedroom apartment', 3, 118],
      ['Two-bedroom apartment', 4, 158],
      ['Three-bedroom apartment', 6, 214],
    ],
    amenities: [
      'kitchen',
      'washing machine',
      'air conditioning',
      'lift',
      'self check-in',
      'workspace',
      'cot on request',
      'parking',
      'dishwasher',
    ],
  },
  guesthouse: {
    price: 82,
    rooms: [
      ['Small double', 2, 88],
      ['Garden room', 2, 108],
      ['Attic room', 2, 96],
      ['Family room', 4, 150],
    ],
    amenities: [
      'breakfast',
      'garden',
      'shared kitchen',
      'bicycle hire',
      'pets welcome',
      'library',
      'courtyard',
      'luggage storage',
    ],
  },
  hostel: {
    price: 52,
    rooms: [
      ['Bed in a six-bed dorm', 1, 48],
      ['Bed in a four-bed dorm', 1, 56],
      ['Private double', 2, 112],
      ['Private room for four', 4, 176],
    ],
    amenities: [
      'shared kitchen',
      'lockers',
      'laundry',
      'bar',
      '24-hour reception',
      'bicycle hire',
      'games room',
      'luggage storage',
    ],
  },
}

/** The kinds of the stays of a city, in turn. */
export const mix: readonly StayKindName[] = [
  'hotel',
  'apartment',
  'guesthouse',
  'hotel',
  'apartment',
  'hotel',
  'hostel',
  'guesthouse',
  'apartment',
  'hotel',
]
