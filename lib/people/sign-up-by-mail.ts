import { randomUUID } from 'node:crypto'
import { count } from '@/lib/data/counters'
import { db } from '@/lib/data/db'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { problem } from '@/lib/i18n/problem'
import { writeLetter } from '@/lib/mail/letters'
import { behind, send } from '@/lib/mail/send'
import { sha256 } from '@/lib/secrets'
import { type AccountErrors, type NewAccount, prepareAccount } from './accounts'
import { tooOften } from './credentials'
import { createMailLink, findMailLink, type MailLink, takeMailLink } from './mail-links'
import { longestPassword, verifyPassword } from './passwords'
import { proveAddress } from './proof'
import { mailsPerEmail, triesHere } from './throttle'

type Asker = { place: string; next: string | null; browser: string }

/**
 * The account is made when the link is opened: until then nobody can sign in to it, so neither the
 * answer nor a try to sign in tells whether the address was free. Null when a mail is on its way.
 */
export async function askForAccount(
  input: NewAccount,
  { place, next, browser }: Asker,
): Promise<AccountErrors | null> {
  const prepared = await prepareAccount(input, place)
  if ('errors' in prepared) return prepared.errors
  const { name, email, passwordHash, locale } = prepared
  behind(async () => {
    // Said to nobody: strangers who use up an address's mails must not see that they did.
    if ((await count(mailsPerEmail, email)) > 0) return
    const account = await db().account.findUnique({ where: { email } })
    const written = chooseLocale({ account: account?.locale, chosen: locale })
    if (account) return send(email, writeLetter(written, 'signUpHasAccount'))
    const payload = { name, passwordHash, locale, next, browser: sha256(browser) }
    const token = await createMailLink({ purpose: 'sign_up', email, accountId: null, payload })
    await send(email, writeLetter(written, 'confirmSignUp', `/verify-email/${token}`))
  })
  return null
}

export const findSignUp = (token: string): Promise<MailLink | null> =>
  findMailLink(token, 'sign_up')

/** Whoever asked with somebody else's address knows the password; the owner who clicks does not. */
export const needsPassword = ({ payload }: MailLink, browser: string | null): boolean =>
  !browser || sha256(browser) !== payload.browser

type Proof = { token: string; browser: string | null; password: string }

type Made = { accountId: string; next: string | null } | { errors: AccountErrors } | null

/** Makes the account; null when the link does not work any more. */
export async function finishSignUp({ token, browser, password }: Proof): Promise<Made> {
  const link = await findSignUp(token)
  const { name, passwordHash, locale, next } = link?.payload ?? {}
  if (!link || !name || !passwordHash) return null
  if (needsPassword(link, browser)) {
    const wait = await count(triesHere, link.tokenHash)
    if (wait > 0) return { errors: { form: tooOften(wait) } }
    const typed = password.slice(0, longestPassword)
    if (!(await verifyPassword(passwordHash, typed)))
      return { errors: { password: problem('signIn.otherPassword') } }
  }
  return db().$transaction(async (tx) => {
    if (!(await takeMailLink(link.tokenHash, tx))) return null
    const id = randomUUID()
    const made = await tx.account.createMany({
      data: [{ id, email: link.email, name, passwordHash, locale }],
      skipDuplicates: true,
    })
    if (made.count === 0) return null
    await proveAddress(id, tx)
    return { accountId: id, next: next ?? null }
  })
}
