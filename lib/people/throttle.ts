import { networkOf } from '@/lib/client-address'
import { count, type Limit } from '@/lib/data/counters'

/** Ten wrong passwords for one account from one place: a minute's pause, never a lock. */
export const triesHere: Limit = { name: 'sign-in-here', points: 10, seconds: 60 }
/** The same from many places; not for a place from which the account was signed in to before. */
export const triesAnywhere: Limit = { name: 'sign-in', points: 100, seconds: 600 }
/** One place that tries many accounts. */
export const triesAtPlace: Limit = { name: 'sign-in-place', points: 60, seconds: 60 }
/** Where no mail answers: stops asking the form who has an account. */
export const signUpsPerEmail: Limit = { name: 'sign-up', points: 5, seconds: 600 }
export const signUpsPerPlace: Limit = { name: 'sign-up-place', points: 60, seconds: 600 }
/** Remembers for a month where an account was signed in to. */
export const knownPlaces: Limit = { name: 'known-place', points: 1, seconds: 30 * 24 * 3600 }
/** Mails that one address can be sent by asking, whoever asks. */
export const mailsPerEmail: Limit = { name: 'mail', points: 5, seconds: 3600 }
export const mailsPerPlace: Limit = { name: 'mail-place', points: 60, seconds: 600 }
/** Codes of an authenticator: of a million, three are right at a time. */
export const codesHere: Limit = { name: 'code-here', points: 10, seconds: 900 }
/** From all places together, but for those where a code was right before: the owner's. */
export const codesAnywhere: Limit = { name: 'code', points: 100, seconds: 24 * 3600 }
export const knownCodePlaces: Limit = {
  name: 'known-code-place',
  points: 1,
  seconds: 30 * 24 * 3600,
}
/** Passkey prompts for one place; a wrong key cannot be guessed, but checking it costs. */
export const passkeysAtPlace: Limit = { name: 'passkey-place', points: 120, seconds: 60 }
/** Ways to a provider begun from one place: each may ask the provider for its addresses. */
export const providersAtPlace: Limit = { name: 'provider-place', points: 60, seconds: 60 }

const onThisMachine = 10

/** Counts for a place; on one's own machine many people are one place, as in tests and behind tunnels. */
export function countAtPlace(limit: Limit, place: string): Promise<number> {
  const isHere = place === 'unknown' || /^(127\.|::1$)/.test(place)
  const here = { ...limit, name: `${limit.name}-here`, points: limit.points * onThisMachine }
  return count(isHere ? here : limit, networkOf(place))
}
