import { isIP } from 'node:net'
import { networkOf } from '@/lib/client-address'
import { db, type Tx } from '@/lib/data/db'

/** Who acts, and from where. `accountId` is null for somebody at the command line. */
export type Actor = { accountId: string | null; network: string; browser: string }

export const commandLine: Actor = { accountId: null, network: 'this machine', browser: 'npm' }

/**
 * What was done: `act` is `room.verb` (`client.suspended`), `target` names the thing by its id,
 * `before` and `after` hold what changed, without secrets and without anybody's name or address.
 */
export type Act = {
  act: string
  target?: string | null
  before?: unknown
  after?: unknown
}

/** In the transaction of what was done: neither is there without the other. */
export async function audit(
  tx: Tx,
  actor: Actor,
  { act, target, before, after }: Act,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "AuditEntry" ("actorId", "act", "target", "before", "after", "network", "browser")
    VALUES (${actor.accountId}, ${act}, ${target ?? null}, ${toJson(before)}::jsonb,
      ${toJson(after)}::jsonb, ${actor.network}, ${actor.browser})`
}

/** For what is done already, and leaves no other row here. */
export const auditDone = (actor: Actor, act: Act): Promise<void> =>
  db().$transaction((tx) => audit(tx, actor, act))

const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

/** An address without its last part: enough to tell an office from a stranger, not to find a person. */
export function toNetwork(address: string): string {
  if (isIP(address) === 4) return address.replace(/\.\d+$/, '.0/24')
  if (isIP(address) === 6) return `${networkOf(address).split(':').slice(0, 3).join(':')}::/48`
  return 'unknown'
}
