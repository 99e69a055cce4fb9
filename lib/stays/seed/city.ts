import type { CountryCode } from './countries'
import type { Season } from './seasons'

/** Name, a landmark as it stands in a sentence, a street, latitude, longitude. */
export type District = readonly [string, string, string, number, number]

export type CitySeed = {
  id: string
  name: string
  region: string
  /** ISO 3166-2. */
  subdivision: string
  countryCode: CountryCode
  /** Other names people search for. */
  aliases: readonly string[]
  season: Season
  /** What a plain double room costs, in EUR. */
  level: number
  stays: number
  districts: readonly District[]
}
