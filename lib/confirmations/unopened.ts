import { query } from '@/lib/data/db'

/**
 * What nobody has looked at for a minute, once: whichever process asks first has it. What is older
 * than an hour is left alone, so that a site that gets mail does not begin with old news.
 */
export const claimUnopened = (): Promise<{ id: string; accountId: string }[]> =>
  query(
    'actions_claim_unopened',
    `UPDATE "Action" SET "mailedAt" = clock_timestamp() WHERE "id" IN (
       SELECT "id" FROM "Action"
       WHERE "state" = 'waiting' AND "openedAt" IS NULL AND "mailedAt" IS NULL
         AND "createdAt" < now() - interval '1 minute' AND "createdAt" > now() - interval '1 hour'
       LIMIT 100 FOR UPDATE SKIP LOCKED)
     RETURNING "id", "accountId"`,
    [],
  )
