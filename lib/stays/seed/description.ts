import type { CitySeed, District } from './city'
import type { StayKindName } from './kinds'
import { endings, features, openings } from './phrases'
import type { Random } from './random'

type House = {
  kind: StayKindName
  city: CitySeed
  district: District
  amenities: readonly string[]
  rooms: number
}

const numbers = ['no', 'one', 'two', 'three', 'four']

/** One to three sentences that promise nothing the house does not have. */
export function describeHouse({ kind, city, district, amenities, rooms }: House, random: Random) {
  const [name, landmark, street] = district
  const facts: Record<string, string> = {
    district: name,
    landmark,
    street,
    city: city.name,
    walk: String(random.whole(3, 14)),
    rooms: numbers[rooms] ?? 'several',
  }
  const told = amenities.flatMap((amenity) => features[amenity] ?? [])
  const sentences = [random.pick(openings[kind])]
  if (told.length > 0) sentences.push(random.pick(told))
  if (sentences.length === 1 || random.next() < 0.6) sentences.push(random.pick(endings))
  return sentences.map((sentence) => fill(sentence, facts)).join(' ')
}

function fill(sentence: string, facts: Record<string, string>): string {
  const text = sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
