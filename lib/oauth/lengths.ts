/**
 * How long a connection may live, in seconds, however much it is used; null is for as long as it is
 * in use. An assistant works while no page of ours is open, so the shortest is a day and not
 * "until this window closes".
 */
export const lengths = { day: 24 * 3600, month: 30 * 24 * 3600, always: null } as const

export type Length = keyof typeof lengths

/** The shortest that is not over before `endsAt`, which is in seconds since 1970. */
export function lengthUntil(endsAt: number | null): Length {
  // A minute less, for the database has a clock of its own.
  const left = endsAt === null ? Number.POSITIVE_INFINITY : endsAt - Date.now() / 1000 - 60
  if (left <= lengths.day) return 'day'
  return left <= lengths.month ? 'month' : 'always'
}

export const toLength = (name: unknown): Length =>
  name === 'day' || name === 'month' ? name : 'always'
