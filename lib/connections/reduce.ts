import { db } from '@/lib/data/db'

/** What a connection needs to exist at all: taking it away is ending the connection. */
const alwaysKept = ['openid', 'offline_access']

/** Whether a person can take this back and stay connected. */
export const isReducible = (scope: string): boolean => !alwaysKept.includes(scope)

/**
 * Lets a connection of this person do no more than `keep`, which can only make it less. Tokens that
 * exist lose the rest within a second; the app may ask for it again, and the person decides anew.
 */
export async function reduceConnection(
  accountId: string,
  id: string,
  keep: string[],
): Promise<void> {
  if (!/^[\w-]{1,64}$/.test(id)) return
  const kept = (scope: string) => !isReducible(scope) || keep.includes(scope)
  await db().$transaction(async (tx) => {
    // Locked: of two changes in the same moment neither may bring back what the other took.
    const [grant] = await tx.$queryRaw<{ payload: string }[]>`
      SELECT "payload" FROM "Grant" WHERE "id" = ${id} AND "accountId" = ${accountId}
        AND "revokedAt" IS NULL FOR UPDATE`
    if (!grant) return
    const payload = without(JSON.parse(grant.payload) as Payload, kept)
    await tx.$executeRaw`
      UPDATE "Grant" SET "payload" = ${JSON.stringify(payload)}, "changedAt" = clock_timestamp()
      WHERE "id" = ${id} AND "accountId" = ${accountId}`
  })
}

type Payload = {
  openid?: { scope?: string }
  resources?: Record<string, string>
  /** Ever: what another connection was allowed before does not bring it back unasked. */
  takenBack?: string[]
}

const without = (payload: Payload, kept: (scope: string) => boolean): Payload => ({
  ...payload,
  takenBack: [...new Set([...(payload.takenBack ?? []), ...lost(payload, kept)])],
  ...(payload.openid && {
    openid: { ...payload.openid, scope: filter(payload.openid.scope, kept) },
  }),
  ...(payload.resources && {
    resources: Object.fromEntries(
      Object.entries(payload.resources).map(([name, scope]) => [name, filter(scope, kept)]),
    ),
  }),
})

const lost = ({ openid, resources }: Payload, kept: (scope: string) => boolean): string[] =>
  [openid?.scope ?? '', ...Object.values(resources ?? {})]
    .flatMap((scope) => scope.split(' '))
    .filter((scope) => scope !== '' && !kept(scope))

const filter = (scope: string | undefined, kept: (scope: string) => boolean): string =>
  (scope ?? '').split(' ').filter(kept).join(' ')
