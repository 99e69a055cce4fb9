import type { Actor } from '@/lib/audit/audit'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { getName } from '@/lib/listing/listing'
import { writeTesterInvitation } from '@/lib/mail/letters'
import { canMail } from '@/lib/mail/mode'
import { behind, send } from '@/lib/mail/send'
import { telling } from '@/lib/notices/tell'
import { exampleEmail, normalizeEmail } from '@/lib/people/email'
import { places } from '@/lib/release/places'
import * as requests from '@/lib/release/requests'
import { forgetStandings } from '@/lib/release/standing'
import { acceptInvitation, type Invited, inviteTester, removeTester } from '@/lib/release/testers'
import { readForChange } from '@/lib/settings/setting'

/** Mails the invitation; where no mail is sent, resolves to the link, which is not shown again. */
export async function invite(address: string, by: Actor): Promise<string | null> {
  const email = normalizeEmail(address)
  if (!email) {
    const message = `Enter an address such as ${exampleEmail}.`
    throw new PublicError('invalid_request', message, { fields: [{ field: 'email', message }] })
  }
  const { value: limits } = await readForChange(places)
  const token = await db().$transaction((tx) => inviteTester(tx, { email, ...limits }, by))
  const path = `/invitation/${token}`
  if (!canMail()) return env().origin + path
  behind(async () => {
    const account = await db().account.findUnique({ where: { email } })
    const locale = chooseLocale({ account: account?.locale })
    await send(email, writeTesterInvitation(locale, limits.days, path))
  })
  return null
}

/** True where the person is a tester from now on; by the link, or by an address that is proved theirs. */
export async function accept(person: Invited, token: string | null, by: Actor): Promise<boolean> {
  const about = await aboutPlugin()
  const isAccepted = await telling(async (tx, tell) => {
    const accepted = await acceptInvitation(tx, { person, token }, by)
    if (accepted) await tell({ ...about, kind: 'tester_added', accountId: person.id })
    return accepted
  })
  if (isAccepted) forgetStandings()
  return isAccepted
}

/** Of a tester, or an invitation that is open. */
export async function remove(id: string, by: Actor): Promise<void> {
  const about = await aboutPlugin()
  await telling(async (tx, tell) => {
    const accountId = await removeTester(tx, id, by)
    if (accountId) await tell({ ...about, accountId, kind: 'tester_removed' })
  })
  forgetStandings()
}

export async function grantAccess(accountId: string, by: Actor): Promise<void> {
  const { testers } = (await readForChange(places)).value
  const about = await aboutPlugin()
  await telling(async (tx, tell) => {
    await requests.letIn(tx, { accountId, testers }, by)
    await tell({ ...about, kind: 'tester_added', accountId })
  })
  forgetStandings()
}

export async function refuseAccess(accountId: string, by: Actor): Promise<void> {
  const about = await aboutPlugin()
  await telling(async (tx, tell) => {
    await requests.refuseAccess(tx, accountId, by)
    await tell({ ...about, accountId, kind: 'access_refused' })
  })
}

// Asked before a transaction begins: within one, the embedded database would wait for itself.
async function aboutPlugin() {
  const name = await getName()
  return { about: name, known: name }
}
