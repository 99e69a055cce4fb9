import { query } from '@/lib/data/db'

/** Seconds between two notes of one use: asked for at each token, it must not cost one a statement. */
const every = 300

/** Notes that a client just got a token. */
export async function noteClientUsed(id: string): Promise<void> {
  if (!isDue(id)) return
  // Another process may have noted it.
  const isOld = `"usedAt" < now() - make_interval(secs => $2)`
  await query(
    'client_used',
    `WITH stored AS (UPDATE "Client" SET "usedAt" = now() WHERE "id" = $1 AND ${isOld})
     UPDATE "ClientDocument" SET "usedAt" = now()
     WHERE "kind" = 'client' AND "url" = $1 AND ${isOld}`,
    [id, every],
  )
}

/** Notes that a client just proved itself by the secret of that hash. */
export async function noteSecretUsed(clientId: string, hash: string): Promise<void> {
  if (!isDue(`${clientId} ${hash}`)) return
  await query(
    'client_secret_used',
    `UPDATE "ClientSecret" SET "lastUsedAt" = now() WHERE "clientId" = $1 AND "hash" = $2
       AND ("lastUsedAt" IS NULL OR "lastUsedAt" < now() - make_interval(secs => $3))`,
    [clientId, hash, every],
  )
}

const mostNoted = 10_000
const notedAt = new Map<string, number>()

function isDue(key: string): boolean {
  const now = Date.now()
  if (now - (notedAt.get(key) ?? 0) < every * 1000) return false
  // Strangers can register any number of clients.
  if (notedAt.size >= mostNoted) notedAt.clear()
  notedAt.set(key, now)
  return true
}
