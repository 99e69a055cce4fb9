import { randomUUID } from 'node:crypto'
import type Provider from 'oidc-provider'
import { toHost } from '@/lib/attempts/host'
import { setSeen } from './grants'
import type { Length } from './lengths'

type Grant = InstanceType<Provider['Grant']>

/** What was left out is written down too: encountered, it is not asked for a second time. */
export function addScopes(
  grant: Grant,
  resources: string[],
  { granted, declined }: { granted: string[]; declined: string[] },
): void {
  grant.addOIDCScope(granted.join(' '))
  if (declined.length > 0) grant.rejectOIDCScope(declined.join(' '))
  for (const resource of resources) {
    grant.addResourceScope(resource, granted.join(' '))
    if (declined.length > 0) grant.rejectResourceScope(resource, declined.join(' '))
  }
}

/** A connection as the person just allowed it; resolves to its id. */
export async function giveGrant(
  provider: Provider,
  given: {
    accountId: string
    clientId: string
    clientName: string
    redirectUri: string
    resources: string[]
    granted: string[]
    declined: string[]
    length: Length
  },
): Promise<string> {
  const { accountId, clientId, clientName, redirectUri, resources, length } = given
  const grant = new provider.Grant({ accountId, clientId })
  grant.jti = randomUUID()
  addScopes(grant, resources, given)
  const id = await grant.save()
  const host = toHost({ clientId, clientName, redirectUri })
  await setSeen(id, { clientName, redirectUri, host, length })
  return id
}
