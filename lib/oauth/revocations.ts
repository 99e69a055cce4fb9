import { query } from '@/lib/data/db'

/** Milliseconds; half of the second within which a revoked connection must be dead everywhere. */
const staleAfter = 400

/**
 * What was revoked since this process last looked, asked lazily: a process that was frozen
 * between requests asks before it answers the next one.
 */
export function createRevocationFeed(onRevoked: (grantId: string) => void) {
  let since: Date | null = null
  let checkedAt = 0
  let running: Promise<void> | null = null

  async function check(): Promise<void> {
    const startedAt = performance.now()
    const [row] = await query<{ at: Date; revoked: string[] }>(
      'revoked_since',
      // Ten seconds back: a transaction may become visible that much after its own clock.
      `SELECT now() AS at, array(
         SELECT "id" FROM "Grant" WHERE "revokedAt" > $1::timestamptz - interval '10 seconds'
       ) AS revoked`,
      [since ?? new Date()],
    )
    for (const grantId of row?.revoked ?? []) onRevoked(grantId)
    since = row?.at ?? since
    checkedAt = startedAt
  }

  return async function sync(): Promise<void> {
    if (checkedAt > 0 && performance.now() - checkedAt < staleAfter) return
    running ??= check().finally(() => {
      running = null
    })
    await running
  }
}
