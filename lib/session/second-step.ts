import type { Wrong } from '@/lib/i18n/problem'
import { checkCode } from '@/lib/people/second-factor'
import { place, startSession } from './sign-in'
import { readTicket, spend } from './ticket'

/** Whose password was right in this browser a few minutes ago, or null. */
export const getHalfSignedIn = async (): Promise<string | null> =>
  (await readTicket('step'))?.accountId ?? null

/** Null when this browser is signed in now; `expired` when the password must come first again. */
export async function finishByCode(code: string): Promise<{ code: Wrong } | 'expired' | null> {
  const ticket = await readTicket('step')
  if (!ticket?.accountId) return 'expired'
  const errors = await checkCode(ticket.accountId, code, await place())
  if (errors) return errors
  return finish(ticket.accountId)
}

/** After a passkey of the same account. */
export async function finish(accountId: string): Promise<'expired' | null> {
  const ticket = await readTicket('step')
  if (ticket?.accountId !== accountId || !(await spend('step', ticket))) return 'expired'
  await startSession(accountId)
  return null
}
