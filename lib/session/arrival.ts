import { hasAccount } from '@/lib/people/accounts'
import {
  createByIdentity,
  findByIdentity,
  type Identity,
  linkIdentity,
} from '@/lib/people/identities'
import { isSuspended } from '@/lib/people/suspension'
import { countAtPlace, signUpsPerPlace } from '@/lib/people/throttle'
import { isSignUpOpen } from '@/lib/settings/ways-in'
import { getLocale } from './locale'
import { safeNext } from './next-path'
import { getPerson, isFresh } from './person'
import { enter, place, suspendedPath } from './sign-in'
import { giveTicket, readTicket, spend, type Ticket } from './ticket'

/** Somebody proved to be this identity: where they go on to, signed in or not. */
export async function arrive(identity: Identity, ticket: Ticket): Promise<string> {
  const next = safeNext(ticket.payload.next)
  if (!(await spend('provider', ticket))) return path('/sign-in', { problem: 'failed', next })
  if (ticket.accountId) return link(ticket.accountId, identity)
  const known = await findByIdentity(identity)
  if (known) return goOn(known, next)

  const { email } = identity
  if (!email) return path('/sign-in', { problem: 'unproved', next })
  if (await hasAccount(email)) return askOwner({ ...identity, email }, next)
  if (!(await isSignUpOpen())) return path('/sign-in', { problem: 'closed', next })
  if ((await countAtPlace(signUpsPerPlace, await place())) > 0) {
    return path('/sign-in', { problem: 'busy', next })
  }
  const made = await createByIdentity({ ...identity, email }, await getLocale())
  return made ? goOn(made, next, { isFirst: true }) : path('/sign-in', { problem: 'failed', next })
}

/** Who has the address may have lent or lost it: the account is opened by its own ways only. */
async function askOwner(identity: Identity & { email: string }, next: string | null) {
  await giveTicket('link', { accountId: null, payload: { ...identity } })
  return path('/sign-in', { link: '1', next: path('/sign-in/link', { next }) })
}

/** The identity that waits for this person to sign in; null when none does. */
export async function readWaiting(): Promise<(Identity & { email: string }) | null> {
  const ticket = await readTicket('link')
  return ticket && (ticket.payload as Identity & { email: string })
}

/** By the owner of the address, a moment after signing in. */
export async function linkWaiting(): Promise<boolean> {
  const ticket = await readTicket('link')
  const person = await getPerson()
  if (!ticket || !person || !isFresh(person)) return false
  const identity = ticket.payload as Identity & { email: string }
  if (person.email !== identity.email || !(await spend('link', ticket))) return false
  return linkIdentity(person.id, identity)
}

async function link(accountId: string, identity: Identity): Promise<string> {
  const person = await getPerson()
  // Another person may have signed in here meanwhile.
  if (person?.id !== accountId || !isFresh(person)) return '/account/security?problem=failed'
  const linked = await linkIdentity(accountId, identity)
  return `/account/security?${linked ? 'done=linked' : 'problem=taken'}`
}

async function goOn(accountId: string, next: string | null, how = {}): Promise<string> {
  // Said here: Next's redirect would answer the provider's GET with 307.
  if (await isSuspended(accountId)) return suspendedPath
  return (await enter(accountId, how)) === 'second-step'
    ? path('/sign-in/second-step', { next })
    : (next ?? '/account')
}

function path(to: string, query: Record<string, string | null>): string {
  const given = Object.entries(query).filter((one): one is [string, string] => one[1] !== null)
  return given.length > 0 ? `${to}?${new URLSearchParams(given)}` : to
}
