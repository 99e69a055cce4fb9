import { query } from '@/lib/data/db'
import { sha256 } from '@/lib/secrets'
import { attemptEnds } from '@/lib/telemetry/channels'
import type { Said } from './facts'
import type { Reason } from './reasons'
import {
  type AskingClient,
  addSteps,
  begin,
  hostOf,
  isOpen,
  type Place,
  plain,
  steps,
  type Taken,
  withoutQuery,
} from './row'
import { isRepeated, later } from './write-behind'

// What the place $1, $2 did last, as long as nobody knows which client it is.
const latestAtPlace = `SELECT "id" FROM "Attempt"
  WHERE "address" = $1 AND "userAgent" = $2 AND "clientId" IS NULL AND ${isOpen}
  ORDER BY "updatedAt" DESC LIMIT 1`

/** A step before anybody knows which client it is. Metadata alone begins no attempt. */
export function sawPlace(place: Place, taken: Taken & { step: 'challenge' | 'metadata' }): void {
  if (place.isProbe || isRepeated(sha256(`${taken.step} ${place.address} ${place.userAgent}`)))
    return
  later(async () => {
    const updated = await query(
      'attempt_place',
      `UPDATE "Attempt" SET ${addSteps('$3')}, "updatedAt" = now() WHERE "id" = (${latestAtPlace}) RETURNING "id"`,
      [place.address, place.userAgent, steps(taken)],
    )
    if (updated.length === 0 && taken.step === 'challenge') await begin(place, {}, [taken])
  })
}

export function registered(place: Place, client: AskingClient, said: Said): void {
  if (place.isProbe) return
  const taken: Taken = { step: 'registration', said }
  later(async () => {
    const updated = await query(
      'attempt_registered',
      `UPDATE "Attempt" SET ${addSteps('$3')}, "updatedAt" = now(),
         "clientId" = $4, "clientName" = $5, "host" = $6 WHERE "id" = (${latestAtPlace}) RETURNING "id"`,
      [
        place.address,
        place.userAgent,
        steps(taken),
        client.clientId,
        plain(client.clientName),
        hostOf(client),
      ],
    )
    if (updated.length === 0) await begin(place, client, [taken])
  })
}

/** The person arrives: `taken` are the steps that this one request took. */
export function asked(
  place: Place,
  request: AskingClient & { id?: string; grantId?: string; accountId?: string },
  taken: Taken[],
): void {
  if (place.isProbe) return
  const interaction = request.id === undefined ? null : sha256(request.id)
  later(async () => {
    const [known] = await query<{ id: string }>(
      'attempt_asked',
      `UPDATE "Attempt" SET ${addSteps('$3')}, "updatedAt" = now(),
         "interaction" = $2, "clientName" = coalesce($4, "clientName"), "redirectUri" = $5,
         "grantId" = coalesce($6, "grantId"), "accountId" = coalesce($7, "accountId"),
         "host" = $8
       WHERE "id" = (
         SELECT "id" FROM "Attempt" WHERE "clientId" = $1 AND ("interaction" IS NULL OR "interaction" = $2)
         AND "grantId" IS NULL AND ${isOpen}
         ORDER BY "interaction" NULLS LAST, "updatedAt" DESC LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING "id"`,
      [
        ...[request.clientId, interaction, steps(...taken), plain(request.clientName)],
        ...[withoutQuery(request.redirectUri), request.grantId ?? null, request.accountId ?? null],
        hostOf(request),
      ],
    )
    if (!known) await begin(place, { ...request, interaction }, taken)
  })
}

/** The person is signed in and sees what is asked. */
export function signedIn(id: string): void {
  later(() =>
    query(
      'attempt_signed_in',
      `${addSignIn} WHERE "interaction" = $1 AND "end" IS NULL AND ${noSignIn}`,
      [sha256(id), steps({ step: 'sign_in' })],
    ),
  )
}

const addSignIn = `UPDATE "Attempt" SET ${addSteps('$2')}, "updatedAt" = now()`
const noSignIn = `NOT "steps" @> '[{"step":"sign_in"}]'`

/** What the person answered; a no is the end. */
export function answered(id: string, accountId: string, allow: boolean): void {
  signedIn(id)
  if (!allow) tellEnd('declined', 'consent.denied')
  later(() =>
    query(
      'attempt_answered',
      `UPDATE "Attempt" SET ${addSteps('$2')}, "updatedAt" = now(), "accountId" = $3,
         "end" = CASE WHEN $4 THEN NULL ELSE 'declined'::"AttemptEnd" END,
         "reason" = CASE WHEN $4 THEN NULL ELSE 'consent.denied' END,
         "endedAt" = CASE WHEN $4 THEN NULL ELSE now() END
       WHERE "interaction" = $1 AND "end" IS NULL`,
      [sha256(id), allow ? steps({ step: 'consent' }) : '[]', accountId, allow],
    ),
  )
}

/** The client has its token; what its place did before anybody knew it belongs to this attempt. */
export function exchanged(place: Place, grantId: string, said: Said): void {
  later(() =>
    query(
      'attempt_exchanged',
      `WITH before AS (
         DELETE FROM "Attempt" WHERE "id" = (${latestAtPlace})
         AND EXISTS (SELECT 1 FROM "Attempt" WHERE "grantId" = $3 AND "end" IS NULL)
         RETURNING "steps", "startedAt"
       )
       UPDATE "Attempt" SET "updatedAt" = now(), "address" = $1, "userAgent" = $2,
         "startedAt" = least("startedAt", (SELECT "startedAt" FROM before)),
         "steps" = coalesce((SELECT "steps" FROM before), '[]'::jsonb) || "steps" || $4::jsonb
       WHERE "grantId" = $3 AND "end" IS NULL`,
      [place.address, place.userAgent, grantId, steps({ step: 'token', said })],
    ),
  )
}

const called = new Set<string>()

/** The first call by a connection, which completes its attempt. */
export function firstCall(grantId: string, toSaid: () => Said): void {
  if (called.has(grantId)) return
  if (called.size > 10_000) called.clear()
  called.add(grantId)
  const taken: Taken = { step: 'first_call', said: toSaid() }
  // What was dropped or not written is told by the next call.
  const forget = () => called.delete(grantId)
  const isTaken = later(async () => {
    const completed = await query(
      'attempt_completed',
      `UPDATE "Attempt" SET ${addSteps('$2')}, "updatedAt" = now(),
         "end" = 'completed', "endedAt" = now() WHERE "grantId" = $1 AND "end" IS NULL
       RETURNING "id"`,
      [grantId, steps(taken)],
    ).catch((error) => {
      forget()
      throw error
    })
    if (completed.length > 0) tellEnd('completed')
  })
  if (!isTaken) forget()
}

const tellEnd = (end: 'completed' | 'declined' | 'failed', reason: Reason | null = null): void =>
  attemptEnds.publish({ end, reason })

/** By what a failed attempt is found, as far as the failure knows. */
export type Failed = { id?: string; grantId?: string } & Partial<AskingClient>

/** A try that cannot go on; where no attempt is known, it is one of its own. */
export function failed(place: Place, known: Failed, taken: Taken[], reason: Reason): void {
  const key = sha256(`${reason} ${place.address} ${known.clientId} ${known.id} ${known.grantId}`)
  if (place.isProbe || isRepeated(key)) return
  tellEnd('failed', reason)
  later(async () => {
    const updated = await query(
      'attempt_failed',
      `UPDATE "Attempt" SET ${addSteps('$5')}, "updatedAt" = now(),
         "clientId" = coalesce("clientId", $3), "end" = 'failed', "reason" = $6, "endedAt" = now()
       WHERE "id" = (SELECT "id" FROM "Attempt" WHERE ${isOpen} AND (
           "grantId" = $1 OR "interaction" = $2
           OR ("clientId" = $3 AND "interaction" IS NULL AND "grantId" IS NULL)
           OR ($1::text IS NULL AND "clientId" IS NULL AND "address" = $4 AND "userAgent" = $7))
         ORDER BY "grantId" = $1 DESC NULLS LAST, "interaction" = $2 DESC NULLS LAST, "updatedAt" DESC
         LIMIT 1)
       RETURNING "id"`,
      [
        ...[known.grantId ?? null, known.id ? sha256(known.id) : null, plain(known.clientId)],
        ...[place.address, steps(...taken), reason, place.userAgent],
      ],
    )
    if (updated.length === 0) await begin(place, known, taken, reason)
  })
}
