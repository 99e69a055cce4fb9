import { type Actor, toNetwork } from '@/lib/audit/audit'
import { toBrowserName } from './browser-name'
import type { Person } from './person'
import { getUserAgent, place } from './sign-in'

/** The person as the one who does something now, for the audit. */
export const actorOf = async ({ id }: Person): Promise<Actor> => ({
  accountId: id,
  network: toNetwork(await place()),
  browser: toBrowserName(await getUserAgent()),
})
