import { query } from '@/lib/data/db'

/** Seconds between two notes of one use: asked for at each token, it must not cost one a statement. */
const every = 300

/** A note of another process that is no older than this is as good as one of our own. */
const isOld = (column: string): string =>
  `("${column}" IS NULL OR "${column}" < now() - interval '1 minute')`

/** Notes that a client just got a token. */
export const noteClientUsed = (id: string): Promise<void> =>
  noteOnce(id, () =>
    query(
      'client_used',
      `WITH stored AS (
         UPDATE "Client" SET "usedAt" = now() WHERE "id" = $1 AND ${isOld('usedAt')}
       )
       UPDATE "ClientDocument" SET "usedAt" = now()
       WHERE "kind" = 'client' AND "url" = $1 AND ${isOld('usedAt')}`,
      [id],
    ),
  )

/** Notes that a client just proved itself by the secret of that hash. */
export const noteSecretUsed = (clientId: string, hash: string): Promise<void> =>
  noteOnce(`${clientId} ${hash}`, () =>
    query(
      'client_secret_used',
      `UPDATE "ClientSecret" SET "lastUsedAt" = now()
       WHERE "clientId" = $1 AND "hash" = $2 AND ${isOld('lastUsedAt')}`,
      [clientId, hash],
    ),
  )

const mostNoted = 10_000
const notedAt = new Map<string, number>()

async function noteOnce(key: string, note: () => Promise<unknown>): Promise<void> {
  if (performance.now() - (notedAt.get(key) ?? Number.NEGATIVE_INFINITY) < every * 1000) return
  await note()
  // Strangers can register any number of clients.
  if (notedAt.size >= mostNoted) notedAt.clear()
  notedAt.set(key, performance.now())
}
