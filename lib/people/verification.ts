import { db } from '@/lib/data/db'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import type { Wrong } from '@/lib/i18n/problem'
import { writeLetter } from '@/lib/mail/letters'
import { behind, send } from '@/lib/mail/send'
import { askForMail } from './ask-for-mail'
import { createMailLink, findMailLink, type MailLink, takeMailLink } from './mail-links'
import { proveAddress } from './proof'

/** Mails the link to an account that exists; null when it is on its way. */
export async function askForVerification(
  account: { id: string; email: string },
  place: string,
): Promise<Wrong | null> {
  const asked = await askForMail(account.email, place)
  if ('errors' in asked) return asked.errors.form ?? null
  behind(async () => {
    const token = await createMailLink({
      purpose: 'verify',
      email: account.email,
      accountId: account.id,
    })
    const { locale } = await db().account.findUniqueOrThrow({ where: { id: account.id } })
    const letter = writeLetter(
      chooseLocale({ account: locale }),
      'verify',
      `/verify-email/${token}`,
    )
    await send(account.email, letter)
  })
  return null
}

export const findVerification = (token: string): Promise<MailLink | null> =>
  findMailLink(token, 'verify')

/**
 * Only for the person who is signed in: an address that somebody else gave to an account of theirs
 * is not proved by its owner's click.
 */
export async function verifyAddress(token: string, accountId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const link = await findMailLink(token, 'verify', tx)
    if (!link || link.accountId !== accountId) return false
    const account = await tx.account.findUnique({ where: { id: accountId } })
    if (account?.email !== link.email || !(await takeMailLink(link.tokenHash, tx))) return false
    await proveAddress(accountId, tx)
    return true
  })
}
