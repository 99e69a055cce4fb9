import { db } from '@/lib/data/db'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import type { Wrong } from '@/lib/i18n/problem'
import { writeLetter } from '@/lib/mail/letters'
import { behind, send } from '@/lib/mail/send'
import { askForMail } from './ask-for-mail'
import { createMailLink, findMailLink, type MailLink, takeMailLink } from './mail-links'
import { sendReset, type Way } from './password-reset'

type Asked = { form?: Wrong; email?: Wrong } | null

/** Null when a mail is on its way: the link, or that there is no account. */
export async function askForSignIn(address: string, place: string, way: Way): Promise<Asked> {
  const asked = await askForMail(address, place)
  if ('errors' in asked) return asked.errors
  const { email } = asked
  behind(async () => {
    const account = await db().account.findUnique({ where: { email } })
    // Somebody else may have made that account and know its password: its first proof replaces it.
    if (!account?.emailVerifiedAt) return sendReset(email, way)
    const payload = { next: way.next }
    const link = { purpose: 'sign_in', email, accountId: account.id, payload } as const
    const written = chooseLocale({ account: account.locale, chosen: way.locale })
    const path = `/sign-in/mail/${await createMailLink(link)}`
    await send(email, writeLetter(written, 'signIn', path))
  })
  return null
}

export const findSignInLink = (token: string): Promise<MailLink | null> =>
  findMailLink(token, 'sign_in')

/** Who the link lets in, and where they go on to; null when it does not work any more. */
export async function takeSignInLink(
  token: string,
): Promise<{ accountId: string; next: string | null } | null> {
  return db().$transaction(async (tx) => {
    const link = await findMailLink(token, 'sign_in', tx)
    if (!link?.accountId || !(await takeMailLink(link.tokenHash, tx))) return null
    const account = await tx.account.findUnique({ where: { id: link.accountId } })
    // The address may belong to somebody else by now.
    if (account?.email !== link.email) return null
    return { accountId: account.id, next: link.payload.next ?? null }
  })
}
