import { verify } from 'node:crypto'
import { isActive } from '@/lib/data/active-account'
import { createChangeFeed } from '@/lib/data/changes'
import { query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { PublicError } from '@/lib/errors'
import { isStopped } from './clients/suspension'
import { allowedIn } from './grants'
import { getKeys, signingAlgorithm } from './keys'

/** What a live access token says. Times are in seconds since 1970. */
export type AccessToken = {
  accountId: string
  clientId: string
  grantId: string
  scopes: ReadonlySet<string>
  resource: string
  issuedAt: number
  expiresAt: number
}

/** The cause of the error for a living token that was made for another resource. */
export type WrongResource = { grantId: string }

const cacheSize = 10_000
const verified = new Map<string, AccessToken>()
/** By what can be taken back or stopped: a token's connection, its client and its person. */
const tokensOf = new Map<string, Set<string>>()

const syncTakenBack = createChangeFeed(
  'taken_back_since',
  `SELECT "id" FROM "Grant" WHERE "revokedAt" > $1 OR "changedAt" > $1
   UNION ALL SELECT "clientId" FROM "ClientSuspension" WHERE "suspendedAt" > $1
   UNION ALL SELECT "id" FROM "Account" WHERE "suspendedAt" > $1`,
  (id) => {
    for (const token of tokensOf.get(id) ?? []) forget(token)
  },
)

/**
 * Verifies an access token of ours (RFC 9068) for one of `resources`.
 * A verified token is remembered, but never longer than 0.4 s past its revocation; it opens no more
 * than its grant still allows.
 * Throws PublicError `invalid_token`.
 */
export async function verifyAccessToken(token: string, resources: string[]): Promise<AccessToken> {
  await syncTakenBack()
  const known = verified.get(token) ?? (await verifyAnew(token))
  if (known.expiresAt <= Date.now() / 1000) {
    forget(token)
    throw invalid('The access token has expired.')
  }
  if (!resources.includes(known.resource)) {
    throw new PublicError('invalid_token', 'The access token is meant for another resource.', {
      cause: { grantId: known.grantId } satisfies WrongResource,
    })
  }
  return known
}

async function verifyAnew(token: string): Promise<AccessToken> {
  const claims = await readSigned(token)
  const [grant] = await query<{ payload: string }>(
    'grant_is_alive',
    `SELECT "payload" FROM "Grant" WHERE "id" = $1 AND "accountId" = $2 AND "revokedAt" IS NULL
       AND "expiresAt" > now() AND NOT ${isStopped('"Grant"."clientId"')}
       AND EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = $2 AND ${isActive('a')})`,
    [claims.grantId, claims.accountId],
  )
  if (!grant) throw invalid('The connection was ended.')
  const allowed = allowedIn(grant.payload, claims.resource)
  const scopes = new Set([...claims.scopes].filter((scope) => allowed.has(scope)))
  remember(token, { ...claims, scopes })
  return { ...claims, scopes }
}

async function readSigned(token: string): Promise<AccessToken> {
  const [head, body, signature, more] = token.split('.')
  if (!head || !body || !signature || more !== undefined) {
    throw invalid('The access token is not valid.')
  }
  const header = parse(head)
  // RFC 9068 §4 and RFC 8725 §3.1: the type and the algorithm are ours to say, not the token's.
  if (header.typ !== 'at+jwt' || header.alg !== signingAlgorithm) {
    throw invalid('The access token is not valid.')
  }
  const kid = String(header.kid)
  // A key that is not known may be new; but not more often than once a second, whoever asks.
  const key = (await getKeys()).publicKeys.get(kid) ?? (await getKeys(1000)).publicKeys.get(kid)
  // Synchronous on purpose: asynchronous crypto waits in one queue with password hashing.
  const genuine =
    key &&
    verify(
      'sha256',
      Buffer.from(`${head}.${body}`),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  const claims = parse(body)
  if (!genuine || claims.iss !== env().origin) throw invalid('The access token is not valid.')
  return {
    accountId: String(claims.sub),
    clientId: String(claims.client_id),
    grantId: String(claims.grant),
    scopes: new Set(
      String(claims.scope ?? '')
        .split(' ')
        .filter(Boolean),
    ),
    resource: String(claims.aud),
    issuedAt: Number(claims.iat),
    expiresAt: Number(claims.exp),
  }
}

function parse(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Not JSON is as wrong as another kind of JSON.
  }
  throw invalid('The access token is not valid.')
}

function remember(token: string, claims: AccessToken): void {
  const oldest = verified.size >= cacheSize ? verified.keys().next().value : undefined
  if (oldest !== undefined) forget(oldest)
  verified.set(token, claims)
  for (const id of takenBackBy(claims)) {
    tokensOf.set(id, (tokensOf.get(id) ?? new Set()).add(token))
  }
}

function forget(token: string): void {
  const claims = verified.get(token)
  if (!claims) return
  verified.delete(token)
  for (const id of takenBackBy(claims)) {
    tokensOf.get(id)?.delete(token)
    if (tokensOf.get(id)?.size === 0) tokensOf.delete(id)
  }
}

const takenBackBy = ({ grantId, clientId, accountId }: AccessToken): string[] => [
  grantId,
  clientId,
  accountId,
]

const invalid = (message: string) => new PublicError('invalid_token', message)
