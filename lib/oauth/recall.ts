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
    `SELECT "payload", "wanted", extract(epoch FROM "endsAt")::int AS "endsAt",
       "createdAt", "changedAt" FROM "Grant" g
     WHERE "accountId" = $1 AND "clientId" = $2 AND "redirectUri" = $3
       AND "revokedAt" IS NULL AND "expiresAt" > now()
       AND jsonb_exists("payload"::jsonb -> 'resources', $4)
       AND EXISTS (SELECT 1 FROM "OAuthArtifact" a WHERE a."grantId" = g."id" AND a."kind" = 'RefreshToken')
     ORDER BY "createdAt" DESC LIMIT 10`,
    [key.accountId, key.clientId, key.redirectUri, resource],
  )
  return foldAnswers(rows.reverse(), resource)
}

type Row = {
  payload: string
  wanted: string[]
  endsAt: number | null
  createdAt: Date
  changedAt: Date | null
}

type Payload = {
  resources?: Record<string, string>
  rejected?: { resources?: Record<string, string> }
  takenBack?: string[]
}

/**
 * From the oldest to the newest: the last answer to each scope is the one that holds, unless that was
 * taken back since, at whichever connection.
 */
export function foldAnswers(rows: Row[], resource: string): Map<string, Recalled> {
  const answers = new Map<string, Recalled>()
  const allowedAt = new Map<string, Date>()
  const takenBack: [string, Date][] = []
  for (const { payload, wanted, endsAt, createdAt, changedAt } of rows) {
    const { resources, rejected, takenBack: taken = [] } = JSON.parse(payload) as Payload
    for (const name of split(resources?.[resource])) {
      answers.set(name, { answer: 'allowed', endsAt })
      allowedAt.set(name, createdAt)
    }
    for (const name of split(rejected?.resources?.[resource])) {
      answers.set(name, { answer: 'left out', endsAt })
    }
    for (const name of wanted) {
      if (answers.get(name)?.answer === 'left out') answers.set(name, { answer: 'missed', endsAt })
    }
    for (const name of taken) takenBack.push([name, changedAt ?? createdAt])
  }
  for (const [name, at] of takenBack) {
    const isAllowed = answers.get(name)?.answer === 'allowed'
    if (isAllowed && at >= (allowedAt.get(name) ?? at)) answers.delete(name)
  }
  return answers
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
