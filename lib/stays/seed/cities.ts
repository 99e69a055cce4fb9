import { restOfAmericas } from './americas'
import { northAmerica } from './americas-north'
import type { CitySeed } from './city'
import { centralEurope } from './europe-central'
import { southernEurope } from './europe-south'
import { westernEurope } from './europe-west'
import { asiaAfricaOceania } from './far-away'

export const cities: readonly CitySeed[] = [
  ...westernEurope,
  ...centralEurope,
  ...southernEurope,
  ...northAmerica,
  ...restOfAmericas,
  ...asiaAfricaOceania,
]
