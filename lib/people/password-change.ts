import { db } from '@/lib/data/db'
import { letters } from '@/lib/mail/letters'
import { behind, send } from '@/lib/mail/send'
import { checkCredentials, wrongCredentials } from './credentials'
import { dropMailLinks } from './mail-links'
import { findPasswordError } from './password-rules'
import { hashPassword } from './passwords'

type Change = { currentPassword: string; password: string; place: string }

type Errors = { form?: string; currentPassword?: string; password?: string }

type Owner = { id: string; email: string; name: string; sessionId: string }

/** Null when the password is changed; every other browser is signed out then. */
export async function changePassword(owner: Owner, change: Change): Promise<Errors | null> {
  const error = findPasswordError(change.password, [owner.name, owner.email])
  const errors = await checkPassword(owner, change.currentPassword, change.place)
  if (error || errors) return { ...errors, ...(error ? { password: error } : {}) }
  const passwordHash = await hashPassword(change.password)
  await db().$transaction(async (tx) => {
    await tx.account.update({ where: { id: owner.id }, data: { passwordHash } })
    await tx.session.deleteMany({ where: { accountId: owner.id, id: { not: owner.sessionId } } })
    await dropMailLinks(owner.id, tx)
  })
  behind(() => send(owner.email, letters.passwordChanged()))
  return null
}

/** Whether it is the person who sits there; guessing is slowed as at sign-in. */
export async function checkPassword(
  owner: { id: string; email: string },
  password: string,
  place: string,
): Promise<{ form?: string; currentPassword?: string } | null> {
  const account = await db().account.findUnique({ where: { id: owner.id } })
  if (account?.passwordHash === null) return { form: noPassword }
  if (!password) return { currentPassword: 'Enter your password.' }
  const result = await checkCredentials({ email: owner.email, password }, place)
  if (!('errors' in result)) return null
  const { form } = result.errors
  return form === wrongCredentials ? { currentPassword: 'This is not your password.' } : { form }
}

// Who is signed in by a provider is told; the mailed link is what proves more than a browser left open.
const noPassword =
  'Your account has no password yet. Set one first: “Forgot your password?” on the sign-in page mails you a link.'
