import Provider, { type Adapter, type AdapterPayload } from 'oidc-provider'
import { isActive } from '@/lib/data/active-account'
import { query } from '@/lib/data/db'
import { hmac, sha256 } from '@/lib/secrets'
import { artifacts, type Row, toPayload } from './artifacts'
import { allowedIn } from './grants'

export const refreshTokens: Adapter = {
  ...artifacts('RefreshToken'),
  find: findRefreshToken,
  upsert: saveRefreshToken,
}

/**
 * The token that follows `token`. It is derived, not drawn: every process finds the same
 * successor, and nothing readable has to be stored for that.
 */
const successorOf = (token: string): string => hmac('refresh successor', token)

/** Makes a rotated refresh token take its derived value instead of a random one. */
export function deriveRotatedTokens(provider: Provider): void {
  const tokens = provider.RefreshToken.prototype as unknown as { generateTokenId(): string }
  const drawn = tokens.generateTokenId
  tokens.generateTokenId = function generateTokenId() {
    const rotated = Provider.ctx?.oidc.entities.RotatedRefreshToken
    return rotated ? successorOf(rotated.jti) : drawn.call(this)
  }
}

const repeated = new WeakSet<object>()

/** Whether this request came with a token that had been used before. */
export const isRepeated = (ctx: object): boolean => repeated.has(ctx)

/**
 * A rotated token still yields its successor while that is unused and for 60 s after its first
 * use, so that a client that lost the answer, or refreshes from several workers, stays connected.
 * After that it counts as consumed, and its replay ends the grant.
 */
async function findRefreshToken(id: string): Promise<AdapterPayload | undefined> {
  const [row] = await query<Row & { replayed: boolean; allowed: string }>(
    'refresh_find',
    `SELECT t."payload", t."grantId", t."consumedAt", g."payload" AS allowed,
       (t."consumedAt" IS NOT NULL AND s."consumedAt" < now() - interval '60 seconds') AS replayed
     FROM "OAuthArtifact" t
     JOIN "Grant" g ON g."id" = t."grantId" AND g."revokedAt" IS NULL
     JOIN "Account" a ON a."id" = g."accountId" AND ${isActive('a')}
     LEFT JOIN "OAuthArtifact" s ON s."kind" = 'RefreshToken' AND s."id" = $2
     WHERE t."kind" = 'RefreshToken' AND t."id" = $1`,
    [sha256(id), sha256(successorOf(id))],
  )
  if (!row) return undefined
  if (row.consumedAt && Provider.ctx) repeated.add(Provider.ctx)
  const payload = toPayload(id, row, row.replayed === true)
  return Provider.ctx?.oidc.route === 'introspection' ? asAllowed(payload, row.allowed) : payload
}

/**
 * RFC 7662 §2.2: what is told of a token is what it opens now. Only told: a client that refreshes
 * and names all that it was once given must get what is left, and not an error.
 */
function asAllowed(payload: AdapterPayload, grant: string): AdapterPayload {
  const allowed = allowedIn(grant, String(payload.resource))
  const scope = String(payload.scope ?? '').split(' ')
  return { ...payload, scope: scope.filter((name) => allowed.has(name)).join(' ') }
}

/** A refresh is use: it keeps the connection for another lifetime, within the person's own limit. */
async function saveRefreshToken(id: string, payload: AdapterPayload, expiresIn: number) {
  const { jti: _, grantId, ...rest } = payload
  await query(
    'refresh_save',
    `WITH used AS (
       UPDATE "Grant" SET "expiresAt" = least(now() + make_interval(secs => $4), "endsAt")
       WHERE "id" = $2 RETURNING "expiresAt"
     )
     INSERT INTO "OAuthArtifact" ("kind", "id", "grantId", "payload", "expiresAt")
     SELECT 'RefreshToken', $1, $2, $3, "expiresAt" FROM used
     ON CONFLICT ("kind", "id") DO UPDATE SET "payload" = $3, "expiresAt" = excluded."expiresAt"`,
    [sha256(id), grantId, JSON.stringify(rest), expiresIn],
  )
}
