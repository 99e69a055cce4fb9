/** Milliseconds that the first bucket ends at; each next one ends a quarter of a doubling later. */
const shortest = 0.125
const perDoubling = 4
/** Ends at 32.8 s, which no call outlives. */
const last = 72

/** The bucket that a call of this length falls into. */
export function toBucket(ms: number): number {
  if (ms <= shortest) return 0
  return Math.min(last, Math.ceil(Math.log2(ms / shortest) * perDoubling))
}

/**
 * Milliseconds within which the share `q` of the calls were answered, of how many fell into which
 * bucket. It names the geometric middle of a bucket, so it is wrong by at most 2^(1/8), 9.1 %; null
 * where there was no call.
 */
export function quantile(counts: ReadonlyMap<number, number>, q: number): number | null {
  const all = [...counts].sort(([one], [other]) => one - other)
  const total = all.reduce((sum, [, count]) => sum + count, 0)
  let seen = 0
  for (const [bucket, count] of all) {
    seen += count
    if (count > 0 && seen >= q * total) return shortest * 2 ** ((bucket - 0.5) / perDoubling)
  }
  return null
}
