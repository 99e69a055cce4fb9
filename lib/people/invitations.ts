import { type Actor, audit } from '@/lib/audit/audit'
import { removeSome, type Swept } from '@/lib/data/bounded'
import { db } from '@/lib/data/db'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { writeLetter } from '@/lib/mail/letters'
import { mailMode } from '@/lib/mail/mode'
import { behind, send } from '@/lib/mail/send'
import { randomToken, sha256 } from '@/lib/secrets'
import { normalizeEmail } from './email'

export type InvitedRole = 'operator' | 'analyst'

/** `id` is of no use to whoever wants to take it. */
export type Invitation = { id: string; email: string; role: string; expiresAt: Date }

const days = 7
const most = 20

/**
 * Invites somebody to run the site, by mail. Resolves to the link where this site sends no mail: it
 * is shown once. Throws PublicError `invalid_request` for what is no address, `conflict` where too
 * many invitations are open.
 */
export async function inviteStaff(
  { email: address, role }: { email: string; role: InvitedRole },
  by: Actor,
): Promise<{ link: string | null }> {
  const email = normalizeEmail(address)
  if (!email) throw wrong('Enter an email address.')
  const token = randomToken()
  await db().$transaction(async (tx) => {
    // One after the other, or several would all be the last that fits.
    await tx.$executeRaw`LOCK TABLE "StaffInvitation" IN SHARE ROW EXCLUSIVE MODE`
    await tx.staffInvitation.deleteMany({ where: { email } })
    if ((await tx.staffInvitation.count({ where: isOpen() })) >= most) {
      throw new PublicError('conflict', `${most} invitations are open: revoke one of them first.`)
    }
    const expiresAt = new Date(Date.now() + days * 86_400_000)
    const tokenHash = sha256(token)
    await tx.staffInvitation.create({ data: { tokenHash, email, role, expiresAt } })
    // Not for whom: the audit names nobody by an address.
    await audit(tx, by, { act: 'invitation.made', target: toId(tokenHash), after: { role } })
  })
  const path = `/operator/invited/${token}`
  if (mailMode() === 'none') return { link: env().origin + path }
  behind(() => send(email, writeLetter('en', 'invitation', path)))
  return { link: null }
}

export async function listInvitations(): Promise<Invitation[]> {
  const rows = await db().staffInvitation.findMany({
    where: isOpen(),
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ tokenHash, email, role, expiresAt }) => ({
    ...{ id: toId(tokenHash), email, role, expiresAt },
  }))
}

/** False where it was taken or revoked already. */
export async function revokeInvitation(id: string, by: Actor): Promise<boolean> {
  if (!/^[\w-]{16}$/.test(id)) return false
  return db().$transaction(async (tx) => {
    const { count } = await tx.staffInvitation.deleteMany({
      where: { tokenHash: { startsWith: id } },
    })
    if (count > 0) await audit(tx, by, { act: 'invitation.revoked', target: id })
    return count > 0
  })
}

/** What a link offers and to whom, while it works. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  const tokenHash = sha256(token)
  const row = await db().staffInvitation.findFirst({ where: { tokenHash, ...isOpen() } })
  return row && { id: toId(tokenHash), email: row.email, role: row.role, expiresAt: row.expiresAt }
}

/** True when the account has the role now; the link is used up. Only its own address can take it. */
export async function takeInvitation(token: string, by: Actor): Promise<boolean> {
  const id = String(by.accountId)
  return db().$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { id } })
    if (!account || account.suspendedAt) return false
    const [taken] = await tx.$queryRaw<{ role: InvitedRole }[]>`
      DELETE FROM "StaffInvitation" WHERE "tokenHash" = ${sha256(token)}
        AND "email" = ${account.email} AND "expiresAt" > now() RETURNING "role"::text`
    if (!taken) return false
    const [before, after] = [account.role, account.role === 'operator' ? 'operator' : taken.role]
    await tx.account.update({ where: { id }, data: { role: after } })
    await audit(tx, by, { act: 'invitation.taken', target: id, before, after })
    return true
  })
}

/** Called by the sweep. */
export const sweepInvitations = (): Promise<Swept> =>
  removeSome('sweep_invitations', 'StaffInvitation', {
    condition: `"expiresAt" < now() - interval '1 day'`,
  })

const isOpen = () => ({ expiresAt: { gt: new Date() } })

const toId = (tokenHash: string): string => tokenHash.slice(0, 16)

const wrong = (message: string) =>
  new PublicError('invalid_request', message, { fields: [{ field: 'email', message }] })
