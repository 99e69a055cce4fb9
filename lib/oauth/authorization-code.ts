import Provider, { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { query } from '@/lib/data/db'
import { sha256 } from '@/lib/secrets'
import { artifacts, revokeByGrantId } from './artifacts'
import { grantLifetime } from './grants'
import { unsavedGrant } from './policy'

const codes = artifacts('AuthorizationCode')

export const authorizationCodes: Adapter = { ...codes, upsert: saveCode, consume: consumeOnce }

/** A code of a remembered consent brings its grant along, in one statement. */
async function saveCode(id: string, payload: AdapterPayload, expiresIn: number) {
  const grant = Provider.ctx?.oidc.entities.Grant
  const unsaved = unsavedGrant(grant)
  if (!grant || !unsaved) return codes.upsert(id, payload, expiresIn)
  const { jti: _, grantId, ...rest } = payload
  const { openid, resources, rejected } = grant
  await query(
    'code_and_grant_save',
    `WITH connection AS (
       INSERT INTO "Grant" ("id", "accountId", "clientId", "clientName", "redirectUri", "payload", "expiresAt", "endsAt")
       VALUES ($1, $2, $3, $10, $4, $5, least(now() + make_interval(secs => $6), to_timestamp($11)), to_timestamp($11))
       RETURNING "id"
     )
     INSERT INTO "OAuthArtifact" ("kind", "id", "grantId", "payload", "expiresAt")
     SELECT 'AuthorizationCode', $7, "id", $8, now() + make_interval(secs => $9) FROM connection`,
    [
      ...[grantId, grant.accountId, grant.clientId, unsaved.redirectUri],
      ...[JSON.stringify({ iat: Math.floor(Date.now() / 1000), openid, resources, rejected })],
      ...[grantLifetime, sha256(id), JSON.stringify(rest), expiresIn],
      Provider.ctx?.oidc.client?.clientName ?? null,
      unsaved.endsAt,
    ],
  )
}

// RFC 6749 §4.1.2. Two exchanges of one code in the same moment both found it unused; the one that
// does not get to consume it ends what the other was given.
async function consumeOnce(code: string): Promise<void> {
  const [row] = await query<{ grantId: string; won: boolean }>(
    'code_consume',
    `WITH consumed AS (
       UPDATE "OAuthArtifact" SET "consumedAt" = now()
       WHERE "kind" = 'AuthorizationCode' AND "id" = $1 AND "consumedAt" IS NULL RETURNING "id"
     )
     SELECT "grantId", EXISTS (SELECT 1 FROM consumed) AS won FROM "OAuthArtifact"
     WHERE "kind" = 'AuthorizationCode' AND "id" = $1`,
    [sha256(code)],
  )
  if (row?.won) return
  if (row) await revokeByGrantId(row.grantId)
  throw new errors.InvalidGrant('authorization code already consumed')
}
