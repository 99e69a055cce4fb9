import { randomUUID } from 'node:crypto'
import { networkOf } from '@/lib/client-address'
import { count, type Limit } from '@/lib/data/counters'
import { query } from '@/lib/data/db'
import { env } from '@/lib/env'
import { type Said, toAddress, toFacts } from './facts'
import { toHost } from './host'
import type { Reason } from './reasons'

export type Step =
  | 'challenge'
  | 'metadata'
  | 'registration'
  | 'document'
  | 'authorize'
  | 'sign_in'
  | 'consent'
  | 'code'
  | 'token'
  | 'first_call'

/** Where a request comes from; the only thing by which the first steps belong together. */
export type Place = {
  address: string
  userAgent: string
  /** This site's own probe (lib/probe), whose walks are nobody's attempts. */
  isProbe?: boolean
}

export type AskingClient = { clientId: string; clientName?: string; redirectUri?: string }

/** A step that was just taken, and what it looked like on the wire. */
export type Taken = { step: Step; said?: Said }

export const steps = (...taken: Taken[]): string =>
  JSON.stringify(
    taken.map(({ step, said = {} }) => ({
      step,
      at: new Date().toISOString(),
      facts: toFacts(said),
    })),
  )

/** An attempt is open for an hour after its last step. */
export const isOpen = `"end" IS NULL AND "updatedAt" > now() - interval '1 hour'`

type Beginning = Partial<AskingClient> & {
  interaction?: string | null
  grantId?: string
  accountId?: string
}

/** From one place; more is a flood and explains nothing. */
const perPlace = (): Limit => ({
  ...{ name: 'attempts', seconds: 3600 },
  points: 500 * env().rateLimitFactor,
})

/** Of one attempt; an app that asks the same for ever says nothing new. */
const mostSteps = 100

/** As SQL: the steps of this parameter come behind those that there are. */
export const addSteps = (parameter: `$${number}`): string =>
  `"steps" = CASE WHEN jsonb_array_length("steps") < ${mostSteps} THEN "steps" || ${parameter}::jsonb
     ELSE "steps" END`

/** A new row; with a reason it has failed already. */
export async function begin(
  place: Place,
  what: Beginning,
  taken: Taken[],
  reason?: Reason,
): Promise<void> {
  if ((await count(perPlace(), networkOf(place.address))) > 0) return
  await query(
    'attempt_begin',
    `INSERT INTO "Attempt" ("id", "address", "userAgent", "clientId", "clientName", "redirectUri",
       "interaction", "grantId", "accountId", "steps", "host", "end", "reason", "endedAt")
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $12,
       CASE WHEN $11::text IS NULL THEN NULL ELSE 'failed'::"AttemptEnd" END, $11,
       CASE WHEN $11::text IS NULL THEN NULL ELSE now() END
     ON CONFLICT DO NOTHING`,
    [
      ...[randomUUID(), place.address, place.userAgent, plain(what.clientId)],
      ...[plain(what.clientName), withoutQuery(what.redirectUri), what.interaction ?? null],
      ...[what.grantId ?? null, what.accountId ?? null, steps(...taken), reason ?? null],
      hostOf(what, place),
    ],
  )
}

/** Somebody else's words: bounded, and without the character that Postgres does not take. */
export const plain = (text: string | undefined): string | null =>
  text === undefined ? null : text.replaceAll('\0', '').slice(0, 500)

export const withoutQuery = (uri: string | undefined): string | null =>
  plain(uri === undefined ? undefined : toAddress(uri))

export const hostOf = (
  { clientId = null, clientName = null, redirectUri = null }: Nullable<AskingClient>,
  place?: Place,
) => toHost({ clientId, clientName, redirectUri }, place?.userAgent)

type Nullable<T> = { [Name in keyof T]?: T[Name] | null }
