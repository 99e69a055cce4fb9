import type Provider from 'oidc-provider'
import { log } from '@/lib/log'
import { noteClientUsed } from './clients/use'

/** Notes when each client last got a token, behind the answer. */
export function watchClients(provider: Provider): void {
  provider.on('grant.success', ({ oidc }) => {
    const { clientId } = oidc.client ?? {}
    if (clientId)
      noteClientUsed(clientId).catch((error) => log.error('use of a client not noted', error))
  })
}
