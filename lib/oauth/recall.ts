import { query } from '@/lib/data/db'
import { isOwnComputer } from './own-computer'

/** Who asked whom for what, of which something may be remembered. */
export type AskedBefore = {
  accountId: string
  clientId: string
  redirectUri: string
  resources: string[]
}

/**
 * What the person said to one scope the last time. `missed`: left out, and the client has been
 * refused for it since. `endsAt` is the limit they set, in seconds since 1970.
 */
export type Recalled = { answer: 'allowed' | 'left out' | 'missed'; endsAt: number | null }

/** RFC 8252 §8.6: another app could answer at a loopback address, so consent is asked each time. */
export function isRememberable(redirectUri: string): boolean {
  const url = new URL(redirectUri)
  return url.protocol === 'https:' && !isOwnComputer(url.hostname)
}

/**
 * By scope, what the person answered this client at this address for this resource. Only connections
 * that are in use count: those the person sees, and can end.
 */
export async function recall(key: AskedBefore): Promise<Map<string, Recalled>> {
  const [resource, more] = key.resources
  if (!resource || more !== undefined || !isRememberable(key.redirectUri)) return new Map()
  const rows = await query<Row>(
    'grants_recall',
    `WITH used AS (
       SELECT * FROM "Grant" g
       WHERE "accountId" = $1 AND "clientId" = $2 AND "redirectUri" = $3
         AND "revokedAt" IS NULL AND "expiresAt" > now()
         AND jsonb_exists("payload"::jsonb -> 'resources', $4)
         AND EXISTS (SELECT 1 FROM "OAuthArtifact" a WHERE a."grantId" = g."id" AND a."kind" = 'RefreshToken')
       ORDER BY "createdAt" DESC LIMIT 10
     )
     SELECT "payload", "wanted", extract(epoch FROM "endsAt")::int AS "endsAt", "takesBack"
     FROM used, LATERAL (VALUES ("createdAt", false), ("changedAt", true)) AS answer ("at", "takesBack")
     WHERE "at" IS NOT NULL ORDER BY "at"`,
    [key.accountId, key.clientId, key.redirectUri, resource],
  )
  return foldAnswers(rows, resource)
}

/** A connection counts when it was allowed, and again when the person took something back from it. */
type Row = { payload: string; wanted: string[]; endsAt: number | null; takesBack: boolean }

type Payload = {
  resources?: Record<string, string>
  rejected?: { resources?: Record<string, string> }
}

/** From the oldest to the newest: the last answer to each scope is the one that holds. */
export function foldAnswers(rows: Row[], resource: string): Map<string, Recalled> {
  const answers = new Map<string, Recalled>()
  for (const { payload, wanted, endsAt, takesBack } of rows) {
    const { resources, rejected } = JSON.parse(payload) as Payload
    for (const name of takesBack ? [] : split(resources?.[resource]))
      answers.set(name, { answer: 'allowed', endsAt })
    for (const name of split(rejected?.resources?.[resource])) {
      answers.set(name, { answer: 'left out', endsAt })
    }
    for (const name of wanted) {
      if (answers.get(name)?.answer === 'left out') answers.set(name, { answer: 'missed', endsAt })
    }
  }
  return answers
}

/** When the first of these ends that were allowed, if one does; in seconds since 1970. */
export function firstEnd(scopes: string[], answers: ReadonlyMap<string, Recalled>): number | null {
  const ends = scopes.flatMap((name) => {
    const recalled = answers.get(name)
    return recalled?.answer === 'allowed' ? (recalled.endsAt ?? []) : []
  })
  return ends.length > 0 ? Math.min(...ends) : null
}

const split = (scope: string | undefined): string[] => (scope ?? '').split(' ').filter(Boolean)

/**
 * A client was refused for want of a scope: what it asks for next is a question again, at all the
 * connections that the person has with it, since the newest is the one that is remembered.
 */
export async function noteMissed(grantId: string, scope: string): Promise<void> {
  await query(
    'grant_missed',
    `UPDATE "Grant" g SET "wanted" = array_append(g."wanted", $2) FROM "Grant" used
     WHERE used."id" = $1 AND g."accountId" = used."accountId" AND g."clientId" = used."clientId"
       AND g."revokedAt" IS NULL AND NOT $2 = ANY(g."wanted")`,
    [grantId, scope],
  )
}
