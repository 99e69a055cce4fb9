import { downloadActions } from '@/lib/confirmations/keep'
import { db } from '@/lib/data/db'
import { downloadPlayground } from '@/lib/host/kept/download'
import { catalog } from '@/lib/operations'

/** Everything that is kept of a person, without what is secret even from them: hashes of secrets. */
export async function downloadAccount(accountId: string): Promise<Record<string, unknown>> {
  const where = { accountId }
  const [
    account,
    sessions,
    passkeys,
    identities,
    connections,
    keys,
    activity,
    attempts,
    notices,
    tester,
    accessRequest,
    held,
    playground,
    service,
  ] = await Promise.all([
    db().account.findUnique({ where: { id: accountId }, select: told }),
    db().session.findMany({
      where,
      select: { createdAt: true, expiresAt: true, userAgent: true, lastSeenAt: true },
    }),
    db().passkey.findMany({
      where,
      select: { name: true, createdAt: true, lastUsedAt: true },
    }),
    db().identity.findMany({ where, omit: { id: true, accountId: true } }),
    db().grant.findMany({ where, omit: { accountId: true }, orderBy: { createdAt: 'desc' } }),
    db().apiKey.findMany({ where, omit: { accountId: true, hash: true } }),
    db().activity.findMany({ where, omit: { accountId: true }, orderBy: { at: 'desc' } }),
    db().attempt.findMany({ where, omit: { accountId: true, interaction: true } }),
    db().notice.findMany({
      where,
      select: { kind: true, about: true, at: true, seenAt: true },
      orderBy: { at: 'desc' },
    }),
    db().tester.findUnique({ where, select: { invitedAt: true, acceptedAt: true } }),
    db().accessRequest.findUnique({ where, omit: { accountId: true } }),
    downloadActions(accountId),
    downloadPlayground(accountId),
    catalog.personal?.download(accountId),
  ])
  return {
    account,
    sessions,
    passkeys,
    identities,
    connections: connections.map(({ payload, ...one }) => ({
      ...one,
      allowed: JSON.parse(payload),
    })),
    keys,
    activity: activity.map(({ input, ...one }) => ({ ...one, input: input && JSON.parse(input) })),
    attempts,
    notices,
    tester,
    accessRequest,
    ...held,
    playground,
    ...service,
  }
}

const told = {
  id: true,
  email: true,
  name: true,
  role: true,
  emailVerifiedAt: true,
  createdAt: true,
  passkeyStep: true,
  mailsWaiting: true,
  deleteAfter: true,
} as const
