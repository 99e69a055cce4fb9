import type { Adapter, AdapterPayload } from 'oidc-provider'
import { query } from '@/lib/data/db'
import { sha256 } from '@/lib/secrets'
import { artifacts } from './artifacts'

/** Thrown to whoever answers a question that has an answer. */
export class AlreadyAnswered extends Error {}

const rows = artifacts('Interaction')

/** What a person is asked, and their answer: the first one stands. */
export const questions: Adapter = {
  ...rows,
  async upsert(id, { grantId: _, ...payload }, expiresIn) {
    // It may be about a grant that is not saved, and perhaps never will be.
    if (!payload.result) return rows.upsert(id, payload, expiresIn)
    await answerOnce(id, payload)
  },
}

async function answerOnce(id: string, { jti: _, ...payload }: AdapterPayload): Promise<void> {
  const [won] = await query(
    'question_answer',
    `UPDATE "OAuthArtifact" SET "payload" = $2
     WHERE "kind" = 'Interaction' AND "id" = $1
       AND coalesce("payload"::jsonb -> 'result', $3::jsonb) = $3::jsonb RETURNING 1`,
    [sha256(id), JSON.stringify(payload), JSON.stringify(payload.result)],
  )
  if (!won) throw new AlreadyAnswered()
}
