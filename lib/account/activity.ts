import { type Done, type Filter, listActivity } from '@/lib/activity/list'
import { groupByApp } from '@/lib/connections/apps'
import { listAllConnections } from '@/lib/connections/connections'
import { listAllKeys } from '@/lib/keys/keys'

/** Who may have done something in a person's name, also when it may not any more. */
export type Doer = {
  key: string
  name: string
  /** The last characters of a key; null for an app. */
  hint: string | null
  grantIds: string[]
}

/** Apps first, then keys. */
export async function listDoers(accountId: string): Promise<Doer[]> {
  const apps = groupByApp(await listAllConnections(accountId))
  const keys = await listAllKeys(accountId)
  return [
    ...apps.map(({ key, name, connections }) => ({
      key,
      name,
      hint: null,
      grantIds: connections.map(({ id }) => id),
    })),
    ...keys.map(({ id, name, hint }) => ({ key: id, name, hint, grantIds: [id] })),
  ]
}

/** A filter as an address carries it. */
export type Asked = Omit<Filter, 'grantIds'> & { app: string | null }

/** `by` is null where nothing is known any more of who it was. */
export type Told = Done & { by: Doer | null }

/** What was done in the person's name and by whom; an app that is not theirs did nothing. */
export async function tellActivity(
  accountId: string,
  doers: Doer[],
  { app, ...asked }: Asked,
  limit: number,
): Promise<Told[]> {
  const doer = doers.find(({ key }) => key === app)
  const grantIds = app === null ? null : (doer?.grantIds ?? [])
  const done = await listActivity(accountId, { ...asked, grantIds }, limit)
  const byGrant = new Map(doers.flatMap((doer) => doer.grantIds.map((id) => [id, doer])))
  return done.map((one) => ({ ...one, by: byGrant.get(one.grantId) ?? null }))
}
