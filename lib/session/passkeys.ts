import {
  type AuthenticationResponseJSON,
  addPasskey,
  checkPasskey,
  createPasskeyOptions,
  createSignInOptions,
  type RegistrationResponseJSON,
} from '@/lib/people/passkeys'
import { countAtPlace, passkeysAtPlace } from '@/lib/people/throttle'
import type { Person } from './browser-session'
import { finish, getHalfSignedIn } from './second-step'
import { place, startSession } from './sign-in'
import { giveTicket, readTicket, spend, type TicketKind } from './ticket'

export type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@/lib/people/passkeys'

/** What the browser needs to make a passkey; null when the account has as many as it may. */
export async function beginAdding(person: Person) {
  const options = await createPasskeyOptions(person)
  if (!options) return null
  await giveTicket('passkey-add', { accountId: person.id, challenge: options.challenge })
  return options
}

export async function finishAdding(
  person: Person,
  name: string,
  response: RegistrationResponseJSON,
): Promise<boolean> {
  const ticket = await takeTicket('passkey-add')
  if (ticket?.accountId !== person.id) return false
  return addPasskey(person.id, name, { response, challenge: ticket.challenge })
}

/** Null when too many ask from here, or nobody is half signed in where that is needed. */
export async function beginSignIn(step: boolean) {
  if ((await countAtPlace(passkeysAtPlace, await place())) > 0) return null
  const accountId = step ? await getHalfSignedIn() : null
  if (step && !accountId) return null
  const options = await createSignInOptions(accountId)
  await giveTicket(kindOf(step), { accountId, challenge: options.challenge })
  return options
}

/** True when this browser is signed in now. */
export async function finishSignIn(
  step: boolean,
  response: AuthenticationResponseJSON,
): Promise<boolean> {
  const ticket = await takeTicket(kindOf(step))
  if (!ticket) return false
  const accountId = await checkPasskey(response, { challenge: ticket.challenge, alone: !step })
  if (!accountId) return false
  if (step) return accountId === ticket.accountId && (await finish(accountId)) === null
  await startSession(accountId)
  return true
}

const kindOf = (step: boolean): TicketKind => (step ? 'passkey-step' : 'passkey-alone')

// Used up before the answer is looked at: one challenge, one answer, right or wrong.
async function takeTicket(kind: TicketKind) {
  const ticket = await readTicket(kind)
  return ticket && (await spend(kind, ticket)) ? ticket : null
}
