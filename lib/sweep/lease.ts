import { randomUUID } from 'node:crypto'
import { query } from '@/lib/data/db'

/** Nobody else does the job until it is given back; after a crash, when its time is over. */
export type Lease = { giveBack: (quietSeconds: number) => Promise<void> }

/**
 * A row and not a lock: a lock of the session would be everybody's on the embedded database, which
 * serves all through one, and would be lost behind a pooler.
 */
export async function takeLease(job: string, seconds: number): Promise<Lease | null> {
  const holder = randomUUID()
  const [taken] = await query(
    'lease_take',
    `INSERT INTO "Lease" ("job", "holder", "until")
     VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
     ON CONFLICT ("job") DO UPDATE SET "holder" = excluded."holder", "until" = excluded."until"
       WHERE "Lease"."until" <= clock_timestamp()
     RETURNING "job"`,
    [job, holder, seconds],
  )
  if (!taken) return null
  return {
    async giveBack(quietSeconds) {
      await query(
        'lease_give_back',
        `UPDATE "Lease" SET "until" = clock_timestamp() + make_interval(secs => $3)
         WHERE "job" = $1 AND "holder" = $2`,
        [job, holder, quietSeconds],
      )
    },
  }
}
