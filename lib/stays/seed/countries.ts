import type { Language } from './names'

type Country = {
  name: string
  aliases: readonly string[]
  language: Language
  /** "14 Baker Street" rather than "Baker Street 14". */
  numberFirst: boolean
}

const country = (
  name: string,
  language: Language,
  numberFirst: boolean,
  ...aliases: string[]
): Country => ({ name, aliases, language, numberFirst })

export const countries = {
  AT: country('Austria', 'german', false, 'Österreich', 'AUT'),
  AU: country('Australia', 'english', true, 'AUS', 'Down Under'),
  BE: country('Belgium', 'french', false, 'België', 'Belgique', 'BEL'),
  BR: country('Brazil', 'portuguese', false, 'Brasil', 'BRA'),
  CA: country('Canada', 'english', true, 'CAN'),
  CZ: country('Czechia', 'english', false, 'Czech Republic', 'Česko', 'CZE'),
  DE: country('Germany', 'german', false, 'Deutschland', 'DEU'),
  DK: country('Denmark', 'danish', false, 'Danmark', 'DNK'),
  ES: country('Spain', 'spanish', false, 'España', 'ESP'),
  FR: country('France', 'french', true, 'FRA'),
  GB: country('United Kingdom', 'english', true, 'UK', 'Great Britain', 'GBR'),
  GR: country('Greece', 'english', false, 'Hellas', 'Ελλάδα', 'GRC'),
  HU: country('Hungary', 'english', false, 'Magyarország', 'HUN'),
  IE: country('Ireland', 'english', true, 'Éire', 'IRL'),
  IT: country('Italy', 'italian', false, 'Italia', 'ITA'),
  JP: country('Japan', 'japanese', false, 'Nippon', '日本', 'JPN'),
  KR: country('South Korea', 'english', true, 'Republic of Korea', '대한민국', 'KOR'),
  MA: country('Morocco', 'riad', true, 'Maroc', 'المغرب', 'MAR'),
  MX: country('Mexico', 'spanish', false, 'México', 'MEX'),
  NL: country('Netherlands', 'dutch', false, 'Holland', 'Nederland', 'NLD'),
  PT: country('Portugal', 'portuguese', false, 'PRT'),
  TH: country('Thailand', 'english', true, 'ประเทศไทย', 'THA'),
  TR: country('Türkiye', 'english', false, 'Turkey', 'TUR'),
  US: country('United States', 'english', true, 'USA', 'United States of America', 'America'),
  ZA: country('South Africa', 'english', true, 'RSA', 'ZAF'),
} as const satisfies Record<string, Country>

export type CountryCode = keyof typeof countries
