import type { Limit } from '@/lib/data/counters'
import type { Operation } from '@/lib/plugin/catalog'
import type { Caller } from '@/lib/plugin/operation'
import type { Place } from './place'

/** One limit of those that a call must keep, and whose it is. */
export type Bound = { limit: Limit; subject: string }

/** A model that searches and compares makes ten calls in a turn; two a second is a loop. */
const reads: Limit = { name: 'reads', points: 120, seconds: 60 }
/** Each asks a person something or changes something: nobody means more than one in three seconds. */
const writes: Limit = { name: 'writes', points: 20, seconds: 60 }
/** All apps of one person together: above one app's, so that a wild one leaves room for the others. */
const personReads: Limit = { name: 'person-reads', points: 300, seconds: 60 }
const personWrites: Limit = { name: 'person-writes', points: 40, seconds: 60 }
/** Without a token: a household or an office that tries it out. */
const openReads: Limit = { name: 'open-reads', points: 60, seconds: 60 }
/** A vendor's cloud calls for millions from few addresses: one bucket for all of it, far from empty. */
const hostReads: Limit = { name: 'host-reads', points: 6000, seconds: 60 }
/** Where no address is known: one's own machine, or a proxy that was not declared. */
const hereReads: Limit = { name: 'here-reads', points: 600, seconds: 60 }

/**
 * The narrowest first: what is refused there is not counted further, so that a wild app uses up its own
 * share and not its person's. A caller with a token is counted by connection and person, never by
 * address, which in a cloud is that of strangers.
 */
export function boundsOf(operation: Operation, caller: Caller | null, place: () => Place): Bound[] {
  if (!caller) return openBounds(place())
  const { accountId, grantId } = caller
  const isRead = operation.effect === 'read'
  return [
    ...(operation.limit
      ? [{ limit: { name: operation.name, ...operation.limit }, subject: grantId }]
      : []),
    { limit: isRead ? reads : writes, subject: grantId },
    { limit: isRead ? personReads : personWrites, subject: accountId },
  ]
}

function openBounds({ host, person, network }: Place): Bound[] {
  if (network === 'unknown') return [{ limit: hereReads, subject: network }]
  if (!host) return [{ limit: openReads, subject: network }]
  return [
    ...(person ? [{ limit: openReads, subject: `${host} ${person}` }] : []),
    { limit: hostReads, subject: host },
  ]
}
