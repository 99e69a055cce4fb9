import { query } from '@/lib/data/db'
import { escapeLike, type ListAsked, readList } from '@/lib/data/list'
import { redirectsToKnownHosts } from './admission'
import { isKnownVendor } from './pinned'
import { isStopped } from './suspension'

export type ClientKind = 'operator' | 'document' | 'registered'

export type ClientRow = {
  id: string
  kind: ClientKind
  /** What it calls itself, unless an operator named it. */
  name: string
  preset: string | null
  redirectUris: string[]
  usedAt: Date
  /** Of a document: whether the list of operators names it. */
  listed: boolean | null
  /** Whether it may come where only listed ones may. */
  isListed: boolean
  /** One whose document this release knows: listed for good. */
  isVendor: boolean
  /** Why a document could not be renewed. */
  documentError: string | null
  version: number | null
  isSuspended: boolean
  /** Living ones, counted up to `mostCounted`. */
  connections: number
  /** Why its last attempt to connect failed; null where it did not. */
  lastError: string | null
  lastErrorAt: Date | null
}

export const mostCounted = 1000

const columns = `c."id", c."kind", c."name", c."preset", c."redirectUris", c."usedAt", c."listed",
  c."documentError", c."version", ${isStopped('c."id"')} AS "isSuspended",
  failed."reason" AS "lastError", failed."startedAt" AS "lastErrorAt",
  (SELECT count(*)::int FROM (
     SELECT 1 FROM "Grant" g WHERE g."clientId" = c."id" AND g."revokedAt" IS NULL
       AND g."expiresAt" > now() LIMIT ${mostCounted}) AS living) AS "connections"`

const clients = `(
    SELECT "id", CASE WHEN "metadata" IS NULL THEN 'operator' ELSE 'registered' END AS "kind",
      "name", "preset", "redirectUris", "usedAt", NULL::boolean AS "listed",
      NULL AS "documentError", "version"
    FROM "Client"
    UNION ALL
    SELECT "url", 'document', coalesce("text"::jsonb ->> 'client_name', "url"), NULL,
      ARRAY(SELECT jsonb_array_elements_text("text"::jsonb -> 'redirect_uris')), "usedAt", "listed",
      "lastError", NULL
    FROM "ClientDocument" WHERE "ClientDocument"."kind" = 'client'
  ) c LEFT JOIN LATERAL (
    SELECT "reason", "startedAt" FROM "Attempt" WHERE "clientId" = c."id" AND "end" = 'failed'
    ORDER BY "updatedAt" DESC LIMIT 1
  ) failed ON true`

/** `q`: how its name or id begins. */
export type ClientFilter = { kind?: string; q?: string }

export async function listClients({ kind, q }: ClientFilter, asked: ListAsked) {
  const { rows, next } = await readList<Row>({
    select: columns,
    from: clients,
    where: [
      ['c."kind" = ?', kind],
      [`(lower(c."name") LIKE lower(?) || '%' OR c."id" LIKE ? || '%')`, q && escapeLike(q)],
    ],
    sorts: {
      used: { column: 'c."usedAt"', type: 'timestamptz' },
      name: { column: 'lower(c."name")', type: 'text' },
    },
    id: 'c."id"',
    asked,
  })
  return { rows: rows.map(toClient), next }
}

/** Null where there is no such client. */
export async function getClient(id: string): Promise<ClientRow | null> {
  const [row] = await query<Row>(
    'client_get',
    `SELECT ${columns} FROM ${clients} WHERE c."id" = $1`,
    [id],
  )
  return row ? toClient(row) : null
}

/** Those of `ids` that getClient finds. */
export async function listKnown(ids: string[]): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    'clients_known',
    `SELECT "id" FROM "Client" WHERE "id" = ANY($1)
     UNION SELECT "url" FROM "ClientDocument" WHERE "kind" = 'client' AND "url" = ANY($1)`,
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}

type Row = Omit<ClientRow, 'isListed' | 'isVendor'>

function toClient(row: Row): ClientRow {
  const { id, kind, listed, redirectUris } = row
  const isVendor = isKnownVendor(id)
  const isListed =
    kind === 'registered' ? redirectsToKnownHosts(redirectUris) : isVendor || listed !== false
  return { ...row, isListed, isVendor }
}
