import Provider, { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { query } from '@/lib/data/db'
import { sha256 } from '@/lib/secrets'
import { revokeGrant } from './grants'

/** A model in the table of artifacts; what a client or browser holds is stored as its SHA-256. */
export function artifacts(kind: string): Adapter {
  return {
    ...unused,
    async upsert(id, { jti: _, grantId, ...payload }, expiresIn) {
      await query(
        'artifact_save',
        `INSERT INTO "OAuthArtifact" ("kind", "id", "grantId", "payload", "expiresAt")
         VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))
         ON CONFLICT ("kind", "id") DO UPDATE SET "payload" = $4, "expiresAt" = now() + make_interval(secs => $5)`,
        [kind, sha256(id), grantId ?? null, JSON.stringify(payload), expiresIn],
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
      await query(
        'artifact_consume',
        `UPDATE "OAuthArtifact" SET "consumedAt" = now()
         WHERE "kind" = $1 AND "id" = $2 AND "consumedAt" IS NULL`,
        [kind, sha256(id)],
      )
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

/** RFC 7523 §3: of two assertions with one jti in the same moment only one gets in. */
export async function useOnce(id: string, payload: AdapterPayload, expiresIn: number) {
  const [won] = await query(
    'assertion_use',
    `INSERT INTO "OAuthArtifact" ("kind", "id", "payload", "expiresAt")
     VALUES ('ReplayDetection', $1, $2, now() + make_interval(secs => $3))
     ON CONFLICT ("kind", "id") DO NOTHING RETURNING 1`,
    [sha256(id), JSON.stringify(payload), expiresIn],
  )
  if (!won) throw new errors.InvalidClientAuth('client assertion tokens must only be used once')
}

export const revokeByGrantId = (grantId: string): Promise<void> =>
  revokeGrant(grantId, Provider.ctx?.oidc.route === 'revocation' ? 'client' : 'replay')

export type Row = { payload: string; grantId: string | null; consumedAt: Date | null }

export const toPayload = (id: string, row: Row, consumed: boolean): AdapterPayload => ({
  ...JSON.parse(row.payload),
  jti: id,
  ...(row.grantId && { grantId: row.grantId }),
  ...(consumed && { consumed: true }),
})

export const unused: Adapter = {
  upsert: async () => undefined,
  find: async () => undefined,
  findByUid: async () => undefined,
  findByUserCode: async () => undefined,
  consume: async () => undefined,
  destroy: async () => undefined,
  revokeByGrantId: async () => undefined,
}
