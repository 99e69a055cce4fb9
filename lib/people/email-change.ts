import { db, type Tx } from '@/lib/data/db'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { problem, type Wrong } from '@/lib/i18n/problem'
import { writeLetter } from '@/lib/mail/letters'
import { behind, send } from '@/lib/mail/send'
import { telling } from '@/lib/notices/tell'
import { randomToken, sha256 } from '@/lib/secrets'
import { askForMail } from './ask-for-mail'
import {
  createMailLink,
  dropMailLinks,
  findMailLink,
  type MailLink,
  takeMailLink,
} from './mail-links'
import { checkPassword } from './password-change'
import { proveAddress } from './proof'

type Owner = { id: string; email: string }

type Errors = { form?: Wrong; email?: Wrong; currentPassword?: Wrong }

type Change = { address: string; currentPassword: string; place: string }

/** Null when the mails are on their way; nothing says here whether the new address has an account. */
export async function askForEmailChange(owner: Owner, change: Change): Promise<Errors | null> {
  const wrong = await checkPassword(owner, change.currentPassword, change.place)
  if (wrong) return wrong
  const asked = await askForMail(change.address, change.place)
  if ('errors' in asked) return asked.errors
  const newEmail = asked.email
  if (newEmail === owner.email) return { email: problem('settings.sameEmail') }
  behind(() => sendBoth(owner, newEmail))
  return null
}

async function sendBoth(owner: Owner, newEmail: string): Promise<void> {
  const [leave, take] = [randomToken(), randomToken()]
  const account = await db().account.findUnique({ where: { id: owner.id } })
  // An address that was never proved may be mistyped: waiting for its answer would be for ever.
  const asksOld = account?.emailVerifiedAt !== null
  const locale = chooseLocale({ account: account?.locale })
  const isTaken = (await db().account.count({ where: { email: newEmail } })) > 0
  const link = { accountId: owner.id }
  await createMailLink({
    ...link,
    purpose: 'take_address',
    email: newEmail,
    token: take,
    payload: { newEmail, other: asksOld ? sha256(leave) : null },
  })
  if (asksOld) {
    const payload = { newEmail, other: sha256(take) }
    await createMailLink({
      ...link,
      purpose: 'leave_address',
      email: owner.email,
      token: leave,
      payload,
    })
    await send(owner.email, writeLetter(locale, 'leaveAddress', `/change-email/${leave}`))
  }
  await send(
    newEmail,
    isTaken
      ? writeLetter(locale, 'addressTaken')
      : writeLetter(locale, 'takeAddress', `/change-email/${take}`),
  )
}

export const findEmailChange = async (token: string): Promise<MailLink | null> =>
  (await findMailLink(token, 'leave_address')) ?? (await findMailLink(token, 'take_address'))

/** Whose sign-in the link needs, or null: to leave an address, having its mail is enough. */
export const ownerToConfirm = (link: MailLink): string | null =>
  link.email === link.payload.newEmail ? link.accountId : null

/**
 * `waiting`: the other address has to confirm too; null when the link does not work (any more). The
 * new address counts only by the person who is signed in: a stranger may have named somebody else's,
 * and its owner's click must not put it on the stranger's account.
 */
export async function confirmEmailChange(
  token: string,
  signedIn: string | null,
): Promise<'changed' | 'waiting' | null> {
  const link = await findEmailChange(token)
  const { newEmail, other } = link?.payload ?? {}
  if (!link?.accountId || !newEmail) return null
  const id = link.accountId
  if (ownerToConfirm(link) !== null && signedIn !== id) return null
  const result = await telling(async (tx, tell) => {
    // Both addresses may confirm at the same moment: the second one has to see the first.
    await tx.$executeRaw`SELECT 1 FROM "Account" WHERE "id" = ${id} FOR UPDATE`
    if (!(await takeMailLink(link.tokenHash, tx))) return null
    if (other && !(await isConfirmed(other, tx))) return 'waiting'
    if (!other && (await isVerified(id, tx))) return null
    const moved = await moveTo(newEmail, id, tx)
    if (moved) await tell({ accountId: id, kind: 'email_changed' })
    return moved
  })
  if (result === null || result === 'waiting') return result
  const { oldEmail, locale } = result
  behind(() => send(oldEmail, writeLetter(chooseLocale({ account: locale }), 'addressChanged')))
  return 'changed'
}

const isConfirmed = async (tokenHash: string, tx: Tx): Promise<boolean> =>
  (await tx.mailLink.count({ where: { tokenHash, usedAt: { not: null } } })) > 0

// Proved since the change was asked for: now the old address would have to confirm.
const isVerified = async (id: string, tx: Tx): Promise<boolean> =>
  (await tx.account.count({ where: { id, emailVerifiedAt: { not: null } } })) > 0

type Moved = { oldEmail: string; locale: string | null }

async function moveTo(newEmail: string, id: string, tx: Tx): Promise<Moved | null> {
  const account = await tx.account.findUnique({ where: { id } })
  const isTaken = (await tx.account.count({ where: { email: newEmail } })) > 0
  if (!account || isTaken) return null
  await tx.account.update({ where: { id }, data: { email: newEmail, emailVerifiedAt: null } })
  await dropMailLinks(id, tx)
  await proveAddress(id, tx)
  return { oldEmail: account.email, locale: account.locale }
}
