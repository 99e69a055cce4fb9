/** Percent of the base price, January first. */
export const monthPercents = {
  summer: [78, 80, 88, 98, 110, 120, 126, 124, 112, 100, 86, 104],
  even: [88, 90, 97, 104, 108, 110, 106, 100, 112, 108, 94, 108],
  beach: [70, 72, 80, 95, 110, 128, 145, 150, 118, 92, 76, 84],
  winter: [122, 124, 120, 106, 92, 84, 88, 88, 80, 90, 108, 130],
  southern: [128, 122, 110, 98, 86, 80, 82, 84, 94, 102, 112, 130],
  blossom: [84, 86, 116, 128, 106, 90, 98, 104, 94, 116, 118, 98],
} as const

export type Season = keyof typeof monthPercents

/** Percent of the base price, Monday night first. */
export const weekdayPercents = [
  [96, 94, 94, 98, 118, 122, 100],
  [100, 100, 100, 102, 112, 115, 98],
  [108, 112, 112, 106, 94, 92, 90],
] as const
