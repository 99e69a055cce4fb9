import Provider, { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { query } from '@/lib/data/db'
import { sha256 } from '@/lib/secrets'
import { findClient } from './clients'
import { findGrant, grantLifetime, revokeGrant, saveGrant } from './grants'
import { redirectUriOfUnsaved } from './policy'
import { successorOf } from './refresh'
import { readStructuredToken } from './structured-token'

/**
 * oidc-provider's models in Postgres, one round trip an operation. What a client or browser holds
 * is stored as its SHA-256; a row of a revoked grant is as good as absent.
 */
export function createAdapter(model: string): Adapter {
  if (model === 'Client') return { ...unused, find: findClient }
  if (model === 'Grant')
    return { ...unused, find: findGrant, upsert: saveGrant, destroy: revokeByGrantId }
  if (model === 'AccessToken') return { ...unused, find: readStructuredToken, revokeByGrantId }
  // The browser's session is the person's sign-in; see session.ts.
  if (model === 'Session') return unused
  if (model === 'AuthorizationCode') return { ...artifacts(model), upsert: saveCode }
  if (model === 'RefreshToken') {
    return { ...artifacts(model), find: findRefreshToken, upsert: saveRefreshToken }
  }
  return artifacts(model)
}

function artifacts(kind: string): Adapter {
  return {
    ...unused,
    async upsert(id, { jti: _, grantId, ...payload }, expiresIn) {
      await query(
        'artifact_save',
        `INSERT INTO "OAuthArtifact" ("kind", "id", "grantId", "payload", "expiresAt")
         VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))
         ON CONFLICT ("kind", "id") DO UPDATE SET "payload" = $4, "expiresAt" = now() + make_interval(secs => $5)`,
        // A question may be about a grant that is not saved, and perhaps never will be.
        [
          kind,
          sha256(id),
          kind === 'Interaction' ? null : (grantId ?? null),
          JSON.stringify(payload),
          expiresIn,
        ],
      )
    },
    async find(id) {
      const [row] = await query<Row>(
        'artifact_find',
        `SELECT a."payload", a."grantId", a."consumedAt" FROM "OAuthArtifact" a
         LEFT JOIN "Grant" g ON g."id" = a."grantId"
         WHERE a."kind" = $1 AND a."id" = $2 AND g."revokedAt" IS NULL`,
        [kind, sha256(id)],
      )
      return row && toPayload(id, row, row.consumedAt !== null)
    },
    async consume(id) {
      const [won] = await query(
        'artifact_consume',
        `UPDATE "OAuthArtifact" SET "consumedAt" = now()
         WHERE "kind" = $1 AND "id" = $2 AND "consumedAt" IS NULL RETURNING "kind"`,
        [kind, sha256(id)],
      )
      if (!won && kind === 'AuthorizationCode') await refuseSecondExchange(id)
    },
    async destroy(id) {
      await query(
        'artifact_destroy',
        `DELETE FROM "OAuthArtifact" WHERE "kind" = $1 AND "id" = $2`,
        [kind, sha256(id)],
      )
    },
    revokeByGrantId,
  }
}

// RFC 6749 §4.1.2. Two exchanges of one code in the same moment both found it unused; the one that
// did not consume it ends what the other was given.
async function refuseSecondExchange(code: string): Promise<never> {
  const [row] = await query<{ grantId: string }>(
    'code_grant',
    `SELECT "grantId" FROM "OAuthArtifact" WHERE "kind" = 'AuthorizationCode' AND "id" = $1`,
    [sha256(code)],
  )
  if (row) await revokeByGrantId(row.grantId)
  throw new errors.InvalidGrant('authorization code already consumed')
}

const revokeByGrantId = (grantId: string): Promise<void> =>
  revokeGrant(grantId, Provider.ctx?.oidc.route === 'revocation' ? 'client' : 'replay')

type Row = { payload: string; grantId: string | null; consumedAt: Date | null }

const toPayload = (id: string, row: Row, consumed: boolean): AdapterPayload => ({
  ...JSON.parse(row.payload),
  jti: id,
  ...(row.grantId && { grantId: row.grantId }),
  ...(consumed && { consumed: true }),
})

/**
 * A rotated token still yields its successor while that is unused and for 60 s after its first
 * use, so that a client that lost the answer, or refreshes from several workers, stays connected.
 * After that it counts as consumed, and its replay ends the grant.
 */
async function findRefreshToken(id: string): Promise<AdapterPayload | undefined> {
  const [row] = await query<Row & { replayed: boolean }>(
    'refresh_find',
    `SELECT t."payload", t."grantId", t."consumedAt",
       (t."consumedAt" IS NOT NULL AND s."consumedAt" < now() - interval '60 seconds') AS replayed
     FROM "OAuthArtifact" t
     JOIN "Grant" g ON g."id" = t."grantId" AND g."revokedAt" IS NULL
     LEFT JOIN "OAuthArtifact" s ON s."kind" = 'RefreshToken' AND s."id" = $2
     WHERE t."kind" = 'RefreshToken' AND t."id" = $1`,
    [sha256(id), sha256(successorOf(id))],
  )
  return row && toPayload(id, row, row.replayed === true)
}

/** A code of a remembered consent brings its grant along, in one statement. */
async function saveCode(id: string, payload: AdapterPayload, expiresIn: number) {
  const grant = Provider.ctx?.oidc.entities.Grant
  const redirectUri = redirectUriOfUnsaved(grant)
  if (!grant || !redirectUri) return artifacts('AuthorizationCode').upsert(id, payload, expiresIn)
  const { jti: _, grantId, ...rest } = payload
  const { openid, resources, rejected } = grant
  await query(
    'code_and_grant_save',
    `WITH connection AS (
       INSERT INTO "Grant" ("id", "accountId", "clientId", "redirectUri", "payload", "expiresAt")
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6)) RETURNING "id"
     )
     INSERT INTO "OAuthArtifact" ("kind", "id", "grantId", "payload", "expiresAt")
     SELECT 'AuthorizationCode', $7, "id", $8, now() + make_interval(secs => $9) FROM connection`,
    [
      ...[grantId, grant.accountId, grant.clientId, redirectUri],
      ...[JSON.stringify({ iat: Math.floor(Date.now() / 1000), openid, resources, rejected })],
      ...[grantLifetime, sha256(id), JSON.stringify(rest), expiresIn],
    ],
  )
}

/** A refresh is use: it keeps the connection for another lifetime. */
async function saveRefreshToken(id: string, payload: AdapterPayload, expiresIn: number) {
  const { jti: _, grantId, ...rest } = payload
  await query(
    'refresh_save',
    `WITH used AS (
       UPDATE "Grant" SET "expiresAt" = now() + make_interval(secs => $4) WHERE "id" = $2
     )
     INSERT INTO "OAuthArtifact" ("kind", "id", "grantId", "payload", "expiresAt")
     VALUES ('RefreshToken', $1, $2, $3, now() + make_interval(secs => $4))
     ON CONFLICT ("kind", "id") DO UPDATE SET "payload" = $3, "expiresAt" = now() + make_interval(secs => $4)`,
    [sha256(id), grantId, JSON.stringify(rest), expiresIn],
  )
}

const unused: Adapter = {
  upsert: async () => undefined,
  find: async () => undefined,
  findByUid: async () => undefined,
  findByUserCode: async () => undefined,
  consume: async () => undefined,
  destroy: async () => undefined,
  revokeByGrantId: async () => undefined,
}
