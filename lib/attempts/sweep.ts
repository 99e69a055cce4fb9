import { changeSome, inTurn, mostRows, removeSome, type Swept, someOf } from '@/lib/data/bounded'
import { query } from '@/lib/data/db'
import { retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'
import { attemptEnds } from '@/lib/telemetry/channels'

/**
 * Ends what nobody went on with, an hour after its last step; cuts addresses to their network after
 * 7 days and removes attempts after 30, or what operators set.
 */
export const sweepAttempts = (): Promise<Swept> =>
  inTurn(
    abandon,
    async () =>
      removeSome('attempts_remove', 'Attempt', {
        condition: `"startedAt" < now() - make_interval(days => $1)`,
        values: [(await readSetting(retention)).attemptDays],
      }),
    () =>
      changeSome(
        'attempts_cut',
        `UPDATE "Attempt" SET "address" = host(network(set_masklen("address"::inet,
           CASE family("address"::inet) WHEN 4 THEN 24 ELSE 48 END)))
         WHERE ${someOf('Attempt', isWhole)}`,
      ),
  )

const isWhole = `"startedAt" < now() - interval '7 days'
  AND "address" ~ '^[0-9a-fA-F.:]*[1-9a-fA-F][0-9a-fA-F.:]*$' AND "address" !~ '(\\.0|::)$'`

const isLeft = `"end" IS NULL AND "updatedAt" < now() - interval '1 hour'`

async function abandon(): Promise<Swept> {
  const ended = await query<{ reason: string }>(
    'attempts_abandon',
    `UPDATE "Attempt" SET "end" = 'abandoned', "endedAt" = "updatedAt" + interval '1 hour',
       "reason" = CASE "step"
         WHEN 'registration' THEN 'registration.never_used'
         WHEN 'document' THEN 'sign_in.never_finished'
         WHEN 'authorize' THEN 'sign_in.never_finished'
         WHEN 'sign_in' THEN 'consent.never_answered'
         WHEN 'consent' THEN 'token.never_requested'
         WHEN 'code' THEN 'token.never_requested'
         WHEN 'token' THEN 'call.never_made'
         ELSE 'discovery.never_followed' END
     WHERE ${someOf('Attempt', isLeft)} RETURNING "reason"`,
    [],
  )
  for (const { reason } of ended) attemptEnds.publish({ end: 'abandoned', reason })
  return { rows: ended.length, isMore: ended.length === mostRows }
}
