import { letters } from '@/lib/mail/letters'
import { behind, send } from '@/lib/mail/send'
import { telling } from '@/lib/notices/tell'
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
  await telling(async (tx, tell) => {
    await tx.account.update({ where: { id: owner.id }, data: { passwordHash } })
    await tx.session.deleteMany({ where: { accountId: owner.id, id: { not: owner.sessionId } } })
    await dropMailLinks(owner.id, tx)
    await tell({ accountId: owner.id, kind: 'password_changed' })
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
  if (!password) return { currentPassword: 'Enter your password.' }
  const result = await checkCredentials({ email: owner.email, password }, place)
  if (!('errors' in result)) return null
  const { form } = result.errors
  return form === wrongCredentials ? { currentPassword: 'This is not your password.' } : { form }
}
