import { log } from '@/lib/log'

/** Milliseconds between two statements; and different keys, beyond which new ones are dropped. */
const every = 1000
const mostKeys = 20_000

export type Tally = {
  add: (key: string) => void
  /** Resolves when everything that was counted until now is written. */
  written: () => Promise<unknown>
}

/**
 * Counts in memory, written behind the answer in one statement a second. What could not be written is
 * counted again: an hour in which the database was away must show what failed for it.
 */
export function createTally(
  event: string,
  write: (counts: [key: string, count: number][]) => Promise<unknown>,
): Tally {
  let counts = new Map<string, number>()
  let tail: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function add(key: string, by = 1): void {
    const known = counts.get(key)
    if (known === undefined && counts.size >= mostKeys) return
    counts.set(key, (known ?? 0) + by)
    timer ??= setTimeout(written, every).unref()
  }

  function written(): Promise<unknown> {
    clearTimeout(timer)
    timer = undefined
    if (counts.size === 0) return tail
    // In one order in every process: two that write the same rows must not wait for each other.
    const taken = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
    counts = new Map()
    tail = tail
      .then(() => write(taken))
      .catch((error) => {
        log.error(event, error)
        for (const [key, count] of taken) add(key, count)
      })
    return tail
  }

  return { add: (key) => add(key), written }
}

const hour = 3600_000

/** The hour that it is, as the first part of a key. */
export const thisHour = (): number => Math.floor(Date.now() / hour)

/** As the database takes it. */
export const toTime = (part: string | undefined): Date => new Date(Number(part) * hour)
