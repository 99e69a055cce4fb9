import { query } from '@/lib/data/db'
import { isActionId, isDue } from './action'
import { lives } from './waiting'

/** How it stands, for a page that is open and asks often: nothing is locked or written. */
export async function readState(accountId: string, id: string): Promise<string | null> {
  if (!isActionId(id)) return null
  const [row] = await query<{ state: string }>(
    'action_state',
    `SELECT CASE
       WHEN ${isDue} THEN 'over'
       WHEN state = 'waiting' AND NOT ${lives} THEN 'ended'
       ELSE state::text END AS state
     FROM "Action" WHERE "accountId" = $1 AND "id" = $2`,
    [accountId, id],
  )
  return row?.state ?? null
}
