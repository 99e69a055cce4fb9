import { networkOf } from '@/lib/client-address'
import { count, type Limit } from '@/lib/data/counters'
import { isLoopbackAddress } from '@/lib/outbound/address'

/** `here`: as many from this machine, or where no proxy says who asks and everybody is one place. */
export type PlaceLimit = Limit & { here: number }

/** Counts one try from an address; resolves to the seconds to wait, 0 when it may be made. */
export function countAt({ here, ...limit }: PlaceLimit, address: string): Promise<number> {
  const isHere = address === 'unknown' || isLoopbackAddress(address)
  const used = isHere ? { ...limit, name: `${limit.name}-here`, points: here } : limit
  return count(used, networkOf(address))
}
