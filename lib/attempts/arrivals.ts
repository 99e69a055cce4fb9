import { query } from '@/lib/data/db'
import { toHost } from './host'

/** The hosts whose first call for this person arrived within the last day, newest first. */
export async function listArrivals(accountId: string): Promise<{ host: string; at: Date }[]> {
  const rows = await query<{ clientId: string; clientName: string; redirectUri: string; at: Date }>(
    'attempt_arrivals',
    `SELECT "clientId", "clientName", "redirectUri", "endedAt" AS at FROM "Attempt"
     WHERE "accountId" = $1 AND "end" = 'completed' AND "endedAt" > now() - interval '1 day'
     ORDER BY "endedAt" DESC LIMIT 20`,
    [accountId],
  )
  const newest = new Map<string, Date>()
  for (const { at, ...client } of rows) {
    const host = toHost(client)
    if (!newest.has(host)) newest.set(host, at)
  }
  return [...newest].map(([host, at]) => ({ host, at }))
}
