// What people type around a place ("in Paris", "Île de France"). They are also codes (DE, IN, LA),
// so they count when nothing else is there.
const particles = new Set(
  'a al an and at d da das de del den der di do dos du el in l la las le les los near of the'.split(
    ' ',
  ),
)

// Letters that Unicode does not decompose into a base letter and an accent.
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/** "São Paulo, U.S.A." → "sao paulo usa" */
export const normalize = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđı]/g, (letter) => letters[letter] ?? letter)
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export function placeWords(text: string): string[] {
  const words = [...new Set(normalize(text).split(' '))].filter((word) => word !== '')
  const telling = words.filter((word) => !particles.has(word))
  return telling.length > 0 ? telling : words
}

/** The `place` column of a city: the words of all its names and codes, enclosed by spaces. */
export const toPlace = (names: string[]): string =>
  ` ${[...new Set(names.flatMap(placeWords))].join(' ')} `

/** LIKE patterns that `place` must all match. Words hold letters and digits only, so no wildcard. */
export const toPlacePatterns = (where: string): string[] =>
  placeWords(where).map((word) => `% ${word} %`)
