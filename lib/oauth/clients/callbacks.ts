import { query } from '@/lib/data/db'

/** Where clients that an operator registered may be sent back to. */
export async function listCallbacks(): Promise<string[]> {
  const rows = await query<{ uri: string }>(
    'client_callbacks',
    `SELECT DISTINCT unnest("redirectUris") AS uri FROM "Client" WHERE "preset" IS NOT NULL`,
    [],
  )
  return rows.map(({ uri }) => uri)
}
