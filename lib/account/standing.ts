import { listStandingConnections } from '@/lib/connections/connections'
import { listKeys } from '@/lib/keys/keys'

/** Whether an app or a key can act for this person without anybody signing in. */
export const hasStandingAccess = async (accountId: string): Promise<boolean> =>
  (await listStandingConnections(accountId)).length > 0 || (await listKeys(accountId)).length > 0
