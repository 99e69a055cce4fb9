export type Random = ReturnType<typeof createRandom>

/** Numbers that look random and are always the same for one seed: mulberry32 over FNV-1a. */
export function createRandom(seed: string) {
  let state = 0x811c9dc5
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (low: number, high: number): number => Math.round(low + next() * (high - low)),
    pick: <T>(from: T[]): T => from[Math.floor(next() * from.length)] as T,
  }
}
