import { networkOf } from '@/lib/client-address'
import { count, type Limit } from '@/lib/data/counters'
import { PublicError } from '@/lib/errors'
import { isLoopbackAddress } from '@/lib/outbound/address'

/** No key can be guessed, but each try is looked up: that much from one place, then a pause. */
const perPlace: Limit = { name: 'unknown-key', points: 30, seconds: 60 }

/** Where no proxy says who asks, or all are on this machine, everybody is one place. */
const here: Limit = { name: 'unknown-key-here', points: 300, seconds: 60 }

const mostPlaces = 10_000

/** Until when a place waits: asked of nobody, so that the pause costs nothing. */
const pauses = new Map<string, number>()

export async function countUnknown(place: string): Promise<void> {
  const isHere = place === 'unknown' || isLoopbackAddress(place)
  const network = networkOf(place)
  const wait = await count(isHere ? here : perPlace, network)
  if (wait === 0) return
  if (pauses.size >= mostPlaces) pauses.clear()
  pauses.set(network, Date.now() + wait * 1000)
  throw tooOften(wait)
}

/** Only for a key that is not remembered: whoever uses one that works waits for nobody. */
export function requirePatience(place: string): void {
  const wait = ((pauses.get(networkOf(place)) ?? 0) - Date.now()) / 1000
  if (wait > 0) throw tooOften(Math.ceil(wait))
}

const tooOften = (retryAfter: number) =>
  new PublicError('too_many_requests', `Too many wrong keys. Wait ${retryAfter} seconds.`, {
    retryAfter,
  })
