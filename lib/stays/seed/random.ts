export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number, both ends included. */
  whole: (from: number, to: number) => number
  pick: <Item>(items: readonly Item[]) => Item
  /** So many different ones, in the order of the list. */
  some: <Item>(items: readonly Item[], count: number) => Item[]
}

/** The same seed gives the same numbers for ever, on every machine (mulberry32 over FNV-1a). */
export function createRandom(seed: string): Random {
  let state = hash(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[whole(0, items.length - 1)] as Item
  }
  const some = <Item>(items: readonly Item[], count: number): Item[] => {
    const left = items.map((_, index) => index)
    const chosen = Array.from({ length: Math.min(count, items.length) }, () => {
      return left.splice(whole(0, left.length - 1), 1)[0]
    })
    return items.filter((_, index) => chosen.includes(index))
  }
  return { next, whole, pick, some }
}

function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  }
  return sum >>> 0
}
