import { tell } from '@/lib/notices/tell'
import { appOf } from './apps'
import { findConnection, listAllowedBefore } from './connections'

/** A new app is told of once; one that registers anew each time is no new app. */
export async function tellConnected(grantId: string): Promise<void> {
  const found = await findConnection(grantId)
  if (!found) return
  const { accountId, connection } = found
  const { key, name, isKnown } = appOf(connection)
  const before = await listAllowedBefore(accountId, connection.createdAt)
  if (before.some((one) => appOf(one).key === key)) return
  const known = isKnown ? name : undefined
  await tell({ accountId, kind: 'app_connected', about: name, target: key, known })
}
