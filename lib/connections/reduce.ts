import { db } from '@/lib/data/db'

/** What a connection needs to exist at all: taking it away is ending the connection. */
const alwaysKept = ['openid', 'offline_access']

/** Whether a person can take this back and stay connected. */
export const isReducible = (scope: string): boolean => !alwaysKept.includes(scope)

/**
 * Lets a connection of this person do no more than `keep`, which can only make it less. Tokens that
 * exist lose the rest within a second. It is remembered as left out, as if at the consent: the app's
 * next request neither gets it back in silence nor asks, unless the app was refused for want of it.
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
    const [grant] = await tx.$queryRaw<{ payload: string; wanted: string[] }[]>`
      SELECT "payload", "wanted" FROM "Grant" WHERE "id" = ${id} AND "accountId" = ${accountId}
        AND "revokedAt" IS NULL FOR UPDATE`
    if (!grant) return
    const payload = without(JSON.parse(grant.payload) as Payload, kept)
    // What it was refused for before is answered by this.
    const wanted = grant.wanted.filter(kept)
    await tx.$executeRaw`
      UPDATE "Grant" SET "payload" = ${JSON.stringify(payload)}, "wanted" = ${wanted},
        "changedAt" = clock_timestamp()
      WHERE "id" = ${id} AND "accountId" = ${accountId}`
  })
}

type Scopes = { openid?: { scope?: string }; resources?: Record<string, string> }

type Payload = Scopes & { rejected?: Scopes }

function without({ openid, resources, rejected, ...rest }: Payload, kept: Kept): Payload {
  const taken: Kept = (scope) => !kept(scope)
  return {
    ...rest,
    ...(openid && { openid: { ...openid, scope: filter(openid.scope, kept) } }),
    ...(resources && { resources: mapValues(resources, (_, scope) => filter(scope, kept)) }),
    rejected: {
      ...rejected,
      openid: {
        ...rejected?.openid,
        scope: join(rejected?.openid?.scope, filter(openid?.scope, taken)),
      },
      resources: {
        ...rejected?.resources,
        ...mapValues(resources ?? {}, (name, scope) =>
          join(rejected?.resources?.[name], filter(scope, taken)),
        ),
      },
    },
  }
}

type Kept = (scope: string) => boolean

const split = (scope: string | undefined): string[] => (scope ?? '').split(' ').filter(Boolean)

const filter = (scope: string | undefined, kept: Kept): string =>
  split(scope).filter(kept).join(' ')

const join = (one: string | undefined, other: string): string =>
  [...new Set([...split(one), ...split(other)])].join(' ')

const mapValues = (from: Record<string, string>, to: (name: string, value: string) => string) =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, to(name, value)]))
