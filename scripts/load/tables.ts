import { allScopes } from '@/lib/scopes'
import { hostsByShare, type LoadHost, loadHosts } from './hosts'

/** How many rows are made. */
export type Size = {
  people: number
  grants: number
  calls: number
  attempts: number
  actions: number
  /** That there are rollups of. */
  days: number
}

export const fullSize: Size = {
  people: 100_000,
  grants: 120_000,
  calls: 1_000_000,
  attempts: 50_000,
  actions: 50_000,
  days: 400,
}

/** A statement with its values; `$n` as ever. */
export type Filling = { table: string; text: string; values: unknown[] }

/**
 * What does not change from run to run, in place of chance: `pick(n, salt, m)` is one of m for the
 * n-th row. Ids follow from numbers, so that rows find each other without being looked up.
 */
export const functions = `
  CREATE OR REPLACE FUNCTION pg_temp.pick(n bigint, salt int, choices int) RETURNS int LANGUAGE sql IMMUTABLE
    AS $$ SELECT abs(hashint8extended(n, salt) % choices)::int $$;
  CREATE OR REPLACE FUNCTION pg_temp.id_of(kind text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE
    AS $$ SELECT md5('load ' || kind || n)::uuid::text $$;`

const names = 'Ada,Alan,Grace,Linus,Mina,Noor,Olga,Pavel,Rosa,Sven,Tove,Uma,Wei,Yara,Zoe'.split(',')

/** More come each month, and most come in the evening. */
export const people = ({ people: count }: Size): Filling => ({
  table: 'Account',
  text: `INSERT INTO "Account" ("id", "email", "name", "role", "emailVerifiedAt", "createdAt")
    SELECT pg_temp.id_of('account', n), 'person.' || n || '@load.example',
      ($2::text[])[1 + pg_temp.pick(n, 1, cardinality($2::text[]))] || ' ' || n, 'member', at, at
    FROM (SELECT n, now() - interval '400 days' * (1 - sqrt(n::float / $1)) - interval '1 minute' AS at
      FROM generate_series(1, $1::int) AS n) AS made`,
  values: [count, names],
})

export const sessions = ({ people: count }: Size): Filling => ({
  table: 'Session',
  text: `INSERT INTO "Session" ("id", "accountId", "userAgent", "createdAt", "lastSeenAt", "expiresAt")
    SELECT pg_temp.id_of('session', n), pg_temp.id_of('account', 1 + pg_temp.pick(n, 2, $1::int)),
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
      at, at + interval '1 hour', at + interval '30 days'
    FROM (SELECT n, now() - interval '1 minute' * pg_temp.pick(n, 3, 40000) AS at
      FROM generate_series(1, $1::int / 3) AS n) AS made`,
  values: [count],
})

/** Those that are registered: the operator's, and one for each thousandth person's own machine. */
export const clients = (_: Size): Filling => ({
  table: 'Client',
  text: `INSERT INTO "Client" ("id", "name", "redirectUris", "preset", "surface", "metadata", "createdAt")
    SELECT replace(h.id, '*', n::text), h.name, ARRAY[h.uri],
      CASE WHEN h.id LIKE 'load%' THEN 'custom' END, CASE WHEN h.id LIKE 'load%' THEN 'api' ELSE 'mcp' END::"Surface",
      CASE WHEN h.id NOT LIKE 'load%' THEN json_build_object('redirect_uris', ARRAY[h.uri],
        'token_endpoint_auth_method', 'none')::text END, now() - interval '1 hour' * n
    FROM unnest($1::text[], $2::text[], $3::text[]) AS h(id, name, uri), generate_series(0, 999) AS n
    WHERE h.id LIKE '%*' OR n = 0`,
  values: columnsOf(loadHosts.filter(({ clientId }) => !clientId.startsWith('https:'))),
})

const scope = allScopes.join(' ')
const payload = JSON.stringify({
  openid: { scope },
  resources: { 'http://localhost:3000/api': scope, 'http://localhost:3000/mcp': scope },
})

/** One in eight was taken back; the person of the n-th is `pick(n, 4, people) + 1`. */
export const grants = ({ people: count, grants: many }: Size): Filling => ({
  table: 'Grant',
  text: `INSERT INTO "Grant" ("id", "accountId", "clientId", "clientName", "redirectUri", "host", "payload",
      "createdAt", "expiresAt", "revokedAt", "revokedBy")
    SELECT pg_temp.id_of('grant', n), pg_temp.id_of('account', 1 + pg_temp.pick(n, 4, $2::int)),
      replace(h.id, '*', pg_temp.pick(n, 5, 1000)::text), h.name, h.uri, h.host,
      $7, at,
      at + interval '180 days', CASE WHEN n % 8 = 0 THEN at + (now() - at) / 2 END,
      CASE WHEN n % 8 = 0 THEN 'person' END
    FROM (SELECT n, 1 + pg_temp.pick(n, 6, 100) AS row,
        now() - interval '170 days' * (1 - sqrt(n::float / $1)) - interval '1 minute' AS at
      FROM generate_series(1, $1::int) AS n) AS made
    JOIN unnest($3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS h(id, name, uri, host, row)
      USING (row)`,
  values: [many, count, ...columnsOf(hostsByShare), hostsByShare.map(({ host }) => host), payload],
})

export const refreshTokens = ({ grants: many }: Size): Filling => ({
  table: 'OAuthArtifact',
  text: `INSERT INTO "OAuthArtifact" ("kind", "id", "grantId", "payload", "expiresAt")
    SELECT 'RefreshToken', md5('load token' || n), pg_temp.id_of('grant', n), '{}', now() + interval '90 days'
    FROM generate_series(1, $1::int) AS n`,
  values: [many],
})

const columnsOf = (hosts: LoadHost[]) => [
  hosts.map(({ clientId }) => clientId),
  hosts.map(({ name }) => name),
  hosts.map(({ redirectUri }) => redirectUri),
]
