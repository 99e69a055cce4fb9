import { normalize, toPlace } from '../place'
import { cities } from './cities'
import type { CitySeed } from './city'
import { countries } from './countries'
import { describeHouse } from './description'
import { kinds, mix, type StayKindName } from './kinds'
import { names } from './names'
import { createRandom, type Random } from './random'
import { monthPercents, weekdayPercents } from './seasons'

/** Everything that is seeded, the same every time. */
export function toSeedRows() {
  const houses = cities.flatMap(toHouses)
  return {
    cities: cities.map(toCity),
    stays: houses.map(({ stay }) => stay),
    rooms: houses.flatMap(({ rooms }) => rooms),
  }
}

function toCity(city: CitySeed) {
  const { id, name, region, subdivision, countryCode, aliases, districts } = city
  const country = countries[countryCode]
  const center = (axis: 3 | 4) =>
    round(districts.reduce((sum, district) => sum + district[axis], 0) / districts.length)
  const codes = [subdivision, countryCode]
  const searched = [name, region, country.name, ...codes, ...aliases, ...country.aliases]
  return {
    id,
    name,
    region,
    subdivision,
    country: country.name,
    countryCode,
    latitude: center(3),
    longitude: center(4),
    place: toPlace(searched),
  }
}

function toHouses(city: CitySeed) {
  // Seeded by city: another city or another stay leaves all others as they are.
  const random = createRandom(city.id)
  const taken = new Set<string>()
  return Array.from({ length: city.stays }, (_, index) => toHouse(city, index, taken, random))
}

function toHouse(city: CitySeed, index: number, taken: Set<string>, random: Random) {
  const kind = mix[index % mix.length] ?? 'hotel'
  const district = city.districts[index % city.districts.length]
  if (!district) throw new RangeError(`${city.id} has no districts`)
  const id = `${city.id}-${String(index + 1).padStart(2, '0')}`
  const name = nameOf(city, kind, taken, random)
  const worth = random.whole(72, 152)
  const rooms = toRooms(id, kind, (city.level * kinds[kind].price * worth) / 10_000, random)
  const amenities = ['wifi', ...random.some(kinds[kind].amenities, random.whole(3, 6))]
  const stay = {
    id,
    slug: normalize(`${name} ${city.name}`).replaceAll(' ', '-'),
    cityId: city.id,
    name,
    kind,
    description: describeHouse({ kind, city, district, amenities, rooms: rooms.length }, random),
    address: addressOf(city, district, random),
    rating: Math.min(49, 35 + Math.round(worth / 20) + random.whole(-1, 8)),
    amenities,
    latitude: round(district[3] + random.whole(-20, 20) / 10_000),
    longitude: round(district[4] + random.whole(-20, 20) / 10_000),
    currency: 'EUR',
    monthPercent: monthPercents[city.season].map((percent) => percent + random.whole(-3, 3)),
    weekdayPercent: [...random.pick(weekdayPercents)],
  }
  return { stay, rooms }
}

function nameOf(city: CitySeed, kind: StayKindName, taken: Set<string>, random: Random): string {
  const { patterns, nouns } = names[countries[city.countryCode].language]
  const noun = random.pick(nouns.filter((one) => !taken.has(one)))
  taken.add(noun)
  return random.pick<string>(patterns[kind]).replace('*', noun)
}

function toRooms(stayId: string, kind: StayKindName, double: number, random: Random) {
  return random.some(kinds[kind].rooms, random.whole(2, 4)).map((room, index) => {
    const [name, capacity, percent] = room
    const price = Math.max(12, Math.round((double * percent) / 100)) * 100
    return { id: `${stayId}-${index + 1}`, stayId, name, capacity, basePrice: price }
  })
}

function addressOf(city: CitySeed, district: CitySeed['districts'][number], random: Random) {
  const [name, , street] = district
  const number = random.whole(2, 96)
  const line = countries[city.countryCode].numberFirst
    ? `${number} ${street}`
    : `${street} ${number}`
  return `${line}, ${name.replace(/^the /, '')}, ${city.name}`
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000
