import { query } from '@/lib/data/db'

/** Where clients that an operator registered may be sent back to. */
export async function listCallbacks(): Promise<string[]> {
  const rows = await query<{ uri: string }>(
    'client_callbacks',
    `SELECT DISTINCT unnest("redirectUris") AS uri FROM "Client" c WHERE "preset" IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM "ClientSuspension" s
         WHERE s."clientId" = c."id" AND s."endedAt" IS NULL)`,
    [],
  )
  return rows.map(({ uri }) => uri)
}
