import { query } from '@/lib/data/db'
import { retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'

/**
 * Ends what nobody went on with, an hour after its last step; cuts addresses to their network after
 * 7 days and removes attempts after 30, or what operators set.
 */
export async function sweepAttempts(): Promise<void> {
  await query(
    'attempts_abandon',
    `UPDATE "Attempt" SET "end" = 'abandoned', "endedAt" = "updatedAt" + interval '1 hour',
       "reason" = CASE "steps" -> -1 ->> 'step'
         WHEN 'registration' THEN 'registration.never_used'
         WHEN 'document' THEN 'sign_in.never_finished'
         WHEN 'authorize' THEN 'sign_in.never_finished'
         WHEN 'sign_in' THEN 'consent.never_answered'
         WHEN 'consent' THEN 'token.never_requested'
         WHEN 'code' THEN 'token.never_requested'
         WHEN 'token' THEN 'call.never_made'
         ELSE 'discovery.never_followed' END
     WHERE "end" IS NULL AND "updatedAt" < now() - interval '1 hour'`,
    [],
  )
  await query(
    'attempts_remove',
    `DELETE FROM "Attempt" WHERE "startedAt" < now() - make_interval(days => $1)`,
    [(await readSetting(retention)).attemptDays],
  )
  await query(
    'attempts_cut',
    `UPDATE "Attempt" SET "address" = host(network(set_masklen("address"::inet,
       CASE family("address"::inet) WHEN 4 THEN 24 ELSE 48 END)))
     WHERE "startedAt" < now() - interval '7 days' AND "address" ~ '^[0-9a-fA-F.:]*[1-9a-fA-F][0-9a-fA-F.:]*$'
       AND "address" !~ '(\\.0|::)$'`,
    [],
  )
}
