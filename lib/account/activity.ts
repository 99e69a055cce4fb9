import { type Done, type Filter, listActivity } from '@/lib/activity/list'
import { groupByApp } from '@/lib/connections/apps'
import { listAllConnections } from '@/lib/connections/connections'
import { listAllKeys } from '@/lib/keys/keys'

/** Who may have done something in a person's name, also when it may not any more. */
export type Doer = { key: string; name: string; grantIds: string[] }

/** Apps first, then keys. */
export async function listDoers(accountId: string): Promise<Doer[]> {
  const apps = groupByApp(await listAllConnections(accountId))
  const keys = await listAllKeys(accountId)
  return [
    ...apps.map(({ key, name, connections }) => ({
      key,
      name,
      grantIds: connections.map(({ id }) => id),
    })),
    ...keys.map(({ id, name, hint }) => ({
      key: id,
      name: `Key ${name} (…${hint})`,
      grantIds: [id],
    })),
  ]
}

/** A filter as an address carries it. */
export type Asked = Omit<Filter, 'grantIds'> & { app: string | null }

export type Told = Done & { by: string }

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
  const names = new Map(doers.flatMap(({ name, grantIds }) => grantIds.map((id) => [id, name])))
  return done.map((one) => ({ ...one, by: names.get(one.grantId) ?? 'An app of before' }))
}
