import { query } from '@/lib/data/db'
import { lives } from './waiting'

/** What waits, without what it is about: that is between the person and their app. */
export type Held = { id: string; operation: string; app: string | null; at: Date; until: Date }

export const listHeldOf = (accountId: string): Promise<Held[]> =>
  query<Held>(
    'actions_held_of',
    `SELECT "id", "operation", "createdAt" AS at, "expiresAt" AS until, coalesce(
       (SELECT coalesce("clientName", "clientId") FROM "Grant" WHERE "id" = "Action"."grantId"),
       (SELECT "name" FROM "ApiKey" WHERE "id" = "Action"."grantId")) AS app
     FROM "Action" WHERE "accountId" = $1 AND "state" = 'waiting' AND "expiresAt" > now() AND ${lives}
     ORDER BY "createdAt" DESC LIMIT 100`,
    [accountId],
  )
