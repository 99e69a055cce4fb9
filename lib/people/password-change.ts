import { db } from '@/lib/data/db'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { problem, type Wrong } from '@/lib/i18n/problem'
import { getName } from '@/lib/listing/listing'
import { writeLetter } from '@/lib/mail/letters'
import { behind, send } from '@/lib/mail/send'
import { telling } from '@/lib/notices/tell'
import { checkCredentials, wrongCredentials } from './credentials'
import { dropMailLinks } from './mail-links'
import { findPasswordError } from './password-rules'
import { hashPassword } from './passwords'

type Change = { currentPassword: string; password: string; place: string }

type Errors = { form?: Wrong; currentPassword?: Wrong; password?: Wrong }

type Owner = { id: string; email: string; name: string; sessionId: string }

/** Null when the password is changed; every other browser is signed out then. */
export async function changePassword(owner: Owner, change: Change): Promise<Errors | null> {
  const error = findPasswordError(change.password, [owner.name, owner.email, await getName()])
  const errors = await checkPassword(owner, change.currentPassword, change.place)
  if (error || errors) return { ...errors, ...(error ? { password: error } : {}) }
  const passwordHash = await hashPassword(change.password)
  const isChanged = await telling(async (tx, tell) => {
    await tx.$executeRaw`SELECT 1 FROM "Account" WHERE "id" = ${owner.id} FOR UPDATE`
    // A reset meanwhile ended this sign-in: it holds, and not what was under way before it.
    if ((await tx.session.count({ where: { id: owner.sessionId } })) === 0) return false
    await tx.account.update({ where: { id: owner.id }, data: { passwordHash } })
    await tx.session.deleteMany({ where: { accountId: owner.id, id: { not: owner.sessionId } } })
    await dropMailLinks(owner.id, tx)
    await tell({ accountId: owner.id, kind: 'password_changed' })
    return true
  })
  if (!isChanged) return { form: problem('settings.signedOut') }
  behind(async () => {
    const account = await db().account.findUnique({ where: { id: owner.id } })
    const locale = chooseLocale({ account: account?.locale })
    await send(owner.email, writeLetter(locale, 'passwordChanged'))
  })
  return null
}

/** Whether it is the person who sits there; guessing is slowed as at sign-in. */
export async function checkPassword(
  owner: { id: string; email: string },
  password: string,
  place: string,
): Promise<{ form?: Wrong; currentPassword?: Wrong } | null> {
  const account = await db().account.findUnique({ where: { id: owner.id } })
  if (account?.passwordHash === null) return { form: noPassword }
  if (!password) return { currentPassword: problem('passwordNeeded') }
  const result = await checkCredentials({ email: owner.email, password }, place)
  if (!('errors' in result)) return null
  const { form } = result.errors
  return form === wrongCredentials
    ? { currentPassword: problem('settings.notYourPassword') }
    : { form }
}

// Who is signed in by a provider is told; the mailed link is what proves more than a browser left open.
const noPassword = problem('settings.noPassword')
