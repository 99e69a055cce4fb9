import { getUsage, sumUsage, type Usage, unused } from '@/lib/activity/usage'
import { toHost } from '@/lib/attempts/host'
import { isLoopback } from '@/lib/env'
import { hosts } from '@/lib/hosts'
import { sha256 } from '@/lib/secrets'
import {
  type Connection,
  listConnections,
  listStandingConnections,
  revokeConnections,
} from './connections'

/** The connections of one host, most lately used first. */
export type App = {
  key: string
  name: string
  connections: (Connection & { usage: Usage })[]
  usage: Usage
}

/** Newest first: by its newest connection. */
export async function listApps(accountId: string): Promise<App[]> {
  const usage = await getUsage(accountId)
  return groupByApp(await listConnections(accountId)).map(({ connections, ...app }) => {
    const used = connections.map((one) => ({ ...one, usage: usage.get(one.id) ?? unused }))
    return { ...app, connections: used, usage: sumUsage(used.map((one) => one.usage)) }
  })
}

/** Also those by which nothing was given yet. */
export const listStandingApps = async (accountId: string): Promise<AppGroup[]> =>
  groupByApp(await listStandingConnections(accountId))

/** Ends all connections of one app. */
export async function revokeApp(accountId: string, key: string): Promise<void> {
  const app = (await listStandingApps(accountId)).find((one) => one.key === key)
  if (app)
    await revokeConnections(
      accountId,
      app.connections.map(({ id }) => id),
    )
}

export type AppGroup = { key: string; name: string; connections: Connection[] }

/** A host that registers anew each time is one app. */
export function groupByApp(connections: Connection[]): AppGroup[] {
  const groups = new Map<string, AppGroup>()
  for (const connection of connections) {
    const { key, name } = appOf(connection)
    const group = groups.get(key) ?? { key, name, connections: [] }
    groups.set(key, group)
    group.connections.push(connection)
  }
  return [...groups.values()]
}

/**
 * What a client calls itself groups it with a known host only on the person's own computer, where
 * nothing else tells apps apart: elsewhere it could hide among the connections of another.
 * `isKnown`: its name is ours, not what it says of itself.
 */
export function appOf(connection: Connection): { key: string; name: string; isKnown: boolean } {
  const { clientId, clientName, redirectUri, redirectHost } = connection
  const url = redirectUri ? new URL(redirectUri) : null
  const isLocal = url !== null && (!/^https?:$/.test(url.protocol) || isLoopback(url.hostname))
  const host = toHost({ clientId, redirectUri, clientName: isLocal ? clientName : null })
  // Each GPT is an app of its own, registered once by its operator.
  if (host === 'gpt-action') return { key: toKey(clientId), name: clientName, isKnown: false }
  if (host !== 'mcp') return { key: host, name: hosts[host].name, isKnown: true }
  // A loopback port is another one each time.
  const place = isLocal ? url?.hostname || url?.protocol : redirectHost
  return { key: toKey(JSON.stringify([clientName, place])), name: clientName, isKnown: false }
}

const toKey = (what: string): string => sha256(what).slice(0, 22)
