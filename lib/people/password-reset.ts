import { db, type Tx } from '@/lib/data/db'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { Wrong } from '@/lib/i18n/problem'
import { getName } from '@/lib/listing/listing'
import { writeLetter } from '@/lib/mail/letters'
import { behind, send } from '@/lib/mail/send'
import { telling } from '@/lib/notices/tell'
import { askForMail } from './ask-for-mail'
import { createMailLink, dropMailLinks, findMailLink, type MailLink } from './mail-links'
import { findPasswordError } from './password-rules'
import { hashPassword } from './passwords'
import { proveAddress } from './proof'

/** Where the link leads on to, and the language of whoever asks, for who has no account. */
export type Way = { next: string | null; locale?: Locale }

type Asked = { form?: Wrong; email?: Wrong } | null

/** Null when a mail is on its way: the link, or that there is no account. */
export async function askForReset(address: string, place: string, way: Way): Promise<Asked> {
  const asked = await askForMail(address, place)
  if ('errors' in asked) return asked.errors
  behind(() => sendReset(asked.email, way))
  return null
}

/** As asked for, whatever the limits. */
export async function sendReset(email: string, { next, locale }: Way): Promise<void> {
  const account = await db().account.findUnique({ where: { email } })
  const written = chooseLocale({ account: account?.locale, chosen: locale })
  if (!account) return send(email, writeLetter(written, 'noAccount'))
  const payload = { next }
  const token = await createMailLink({ purpose: 'reset', email, accountId: account.id, payload })
  await send(email, writeLetter(written, 'reset', `/reset-password/${token}`))
}

export const findReset = (token: string): Promise<MailLink | null> => findMailLink(token, 'reset')

type Reset = { accountId: string; next: string | null } | { error: Wrong } | null

/** Sets the password and ends every sign-in; null when the link does not work any more. */
export async function resetPassword(token: string, password: string): Promise<Reset> {
  const link = await findReset(token)
  if (!link?.accountId) return null
  const { accountId, email } = link
  const owner = await db().account.findUnique({ where: { id: accountId } })
  const error = findPasswordError(password, [owner?.name ?? '', email, await getName()])
  if (error) return { error }
  const passwordHash = await hashPassword(password)
  const reset = await telling(async (tx, tell) => {
    // One of two at the same moment waits here for the other, and finds the links gone.
    await tx.$executeRaw`SELECT 1 FROM "Account" WHERE "id" = ${accountId} FOR UPDATE`
    const account = await tx.account.findUnique({ where: { id: accountId } })
    if (!(await findMailLink(token, 'reset', tx)) || account?.email !== email) return null
    if (!account.emailVerifiedAt) await takeFromSquatter(accountId, tx)
    await tx.account.update({ where: { id: accountId }, data: { passwordHash } })
    await tx.session.deleteMany({ where: { accountId } })
    await dropMailLinks(accountId, tx)
    await proveAddress(accountId, tx)
    await tell({ accountId, kind: 'password_changed' })
    return account
  })
  if (!reset) return null
  behind(() => send(email, writeLetter(chooseLocale({ account: reset.locale }), 'passwordChanged')))
  return { accountId, next: link.payload.next ?? null }
}

/** Until now nobody had proved the address: whoever used it may have been somebody else. */
async function takeFromSquatter(accountId: string, tx: Tx): Promise<void> {
  // The database's clock: every process asks it what was revoked since.
  await tx.$executeRaw`UPDATE "Grant" SET "revokedAt" = now(), "revokedBy" = 'reset'
    WHERE "accountId" = ${accountId} AND "revokedAt" IS NULL`
  await tx.$executeRaw`UPDATE "ApiKey" SET "revokedAt" = now()
    WHERE "accountId" = ${accountId} AND "revokedAt" IS NULL`
  await tx.passkey.deleteMany({ where: { accountId } })
  await tx.authenticator.deleteMany({ where: { accountId } })
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  await tx.identity.deleteMany({ where: { accountId } })
  const asNew = { passkeyStep: false, deleteAfter: null }
  await tx.account.update({ where: { id: accountId }, data: asNew })
}
