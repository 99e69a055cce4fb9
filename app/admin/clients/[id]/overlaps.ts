/** By hours, how long the secrets of before may go on when a new one is made. */
export const overlaps: [hours: string, text: string][] = [
  ['1', 'an hour more'],
  ['24', 'a day more'],
  ['168', 'a week more'],
  ['720', '30 days more'],
]
