import { randomUUID } from 'node:crypto'
import { type Actor, audit } from '@/lib/audit/audit'
import { removeSome, type Swept } from '@/lib/data/bounded'
import { db, query, type Tx } from '@/lib/data/db'
import { PublicError } from '@/lib/errors'
import { hmac, randomToken, sha256 } from '@/lib/secrets'
import { noteSecretUsed } from './use'

/** A secret as operators see it; the secret itself is told once and then known to its host only. */
export type ClientSecret = {
  id: string
  hint: string
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
}

/** Resolves to the secret, which is kept as a hash. */
export async function makeSecret(tx: Tx, clientId: string): Promise<string> {
  const secret = randomToken()
  const hint = secret.slice(-4)
  await tx.clientSecret.create({
    data: { id: randomUUID(), clientId, hash: sha256(secret), hint },
  })
  return secret
}

/** A part of a query: secrets that still open the token endpoint. */
export const living = `("expiresAt" IS NULL OR "expiresAt" > now())`

/** The living ones, newest first. */
export const listSecrets = (clientId: string): Promise<ClientSecret[]> =>
  query<ClientSecret>(
    'client_secrets',
    `SELECT "id", "hint", "createdAt", "expiresAt", "lastUsedAt" FROM "ClientSecret"
     WHERE "clientId" = $1 AND ${living} ORDER BY "createdAt" DESC`,
    [clientId],
  )

const most = 5

/**
 * A new secret; those of before work for `hours` more, or as long as they had. Null where somebody
 * else changed the client since `version`.
 */
export async function rotateSecret(
  clientId: string,
  { hours, version, by }: { hours: number; version: number; by: Actor },
): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.client.updateMany({
      where: { id: clientId, version, metadata: null },
      data: { version: { increment: 1 } },
    })
    if (count === 0) return null
    const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "ClientSecret" WHERE "clientId" = $1 AND ${living}`,
      clientId,
    )
    if ((row?.count ?? 0) >= most) {
      throw new PublicError('conflict', `${most} secrets work already: end one of them first.`)
    }
    await tx.$executeRaw`
      UPDATE "ClientSecret" SET "expiresAt" = now() + make_interval(hours => ${hours}::int)
      WHERE "clientId" = ${clientId} AND "expiresAt" IS NULL`
    await audit(tx, by, { act: 'client.secret_made', target: clientId, after: { overlap: hours } })
    return makeSecret(tx, clientId)
  })
}

/** Ends one that another has replaced. False where it ended already, or is the one that stays. */
export async function endSecret(clientId: string, id: string, by: Actor): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.clientSecret.deleteMany({
      where: { id, clientId, expiresAt: { not: null } },
    })
    if (count === 0) return false
    await audit(tx, by, { act: 'client.secret_ended', target: clientId, before: { secret: id } })
    return true
  })
}

const isSame = (one: string, other: string): boolean =>
  hmac('compare', one) === hmac('compare', other)

/** Whether a client's secret is one of `hashes`, as findStoredClient joined them; if so, notes its use. */
export async function isSecretOf(
  clientId: string,
  hashes: string,
  given: string,
): Promise<boolean> {
  const hash = hashes.split(' ').find((one) => isSame(one, sha256(given)))
  if (hash === undefined) return false
  await noteSecretUsed(clientId, hash)
  return true
}

/** Called by the sweep. */
export const sweepSecrets = (): Promise<Swept> =>
  removeSome('sweep_client_secrets', 'ClientSecret', {
    condition: `"expiresAt" < now() - interval '30 days'`,
  })
