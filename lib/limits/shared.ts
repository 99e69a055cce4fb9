import type { Limit } from '@/lib/data/counters'
import { OwnError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Counted, Shared, Store } from './store'

/** A store that does not answer must not hold up a call: the process then counts for itself. */
const mostPatience = 300
const mostTallies = 20_000

type Tally = { used: number; untold: number; endsAt: number }

/**
 * For several processes. Each keeps its own tally and tells the store a twelfth of a limit at a time,
 * behind the answer, so a read in a hurry pays no statement and is still stopped by what the others
 * counted; at worst each process lets a twelfth too much through. Who is over is refused from memory.
 */
export function createSharedStore(shared: Shared, patience = mostPatience): Store {
  const tallies = new Map<string, Tally>()

  return {
    async add(limit, subject, { points, exact }) {
      const tally = tallyOf(tallies, `${limit.name} ${subject}`, limit)
      const isOver = tally.used + tally.untold > limit.points
      if (!isOver) tally.untold += points
      const here = { used: tally.used + tally.untold, endsInMs: tally.endsAt - Date.now() }
      if (isOver || !(exact || tally.untold >= limit.points / 12)) return here
      const told = tell(tally, (untold) => within(patience, shared(limit, subject, untold)))
      return (exact && (await told)) || here
    },
  }
}

function tallyOf(tallies: Map<string, Tally>, key: string, limit: Limit): Tally {
  const known = tallies.get(key)
  if (known && known.endsAt > Date.now()) return known
  const [oldest] = tallies.keys()
  if (oldest !== undefined && tallies.size >= mostTallies) tallies.delete(oldest)
  const fresh = { used: 0, untold: 0, endsAt: Date.now() + limit.seconds * 1000 }
  tallies.delete(key)
  tallies.set(key, fresh)
  return fresh
}

type Add = (points: number) => Promise<Counted>

async function tell(tally: Tally, add: Add): Promise<Counted | null> {
  const { untold } = tally
  tally.used += untold
  tally.untold = 0
  try {
    const counted = await add(untold)
    // Answers may overtake each other; a count only grows.
    tally.used = Math.max(tally.used, counted.used)
    tally.endsAt = Date.now() + counted.endsInMs
    return counted
  } catch (error) {
    complain(error)
    return null
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OwnError(`no answer in ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

let complainedAt = 0

function complain(error: unknown): void {
  if (Date.now() - complainedAt < 60_000) return
  complainedAt = Date.now()
  log.warn('limits are counted in this process only', error)
}
