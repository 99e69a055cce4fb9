import type Provider from 'oidc-provider'
import { env } from '@/lib/env'
import { isSecretOf } from './clients/secrets'

type Client = InstanceType<Provider['Client']>

// oidc-provider waits for the answer, which its types do not say.
export function compareSecrets({ Client }: Provider): void {
  const client = Client.prototype as unknown as { compareClientSecret(given: string): unknown }
  client.compareClientSecret = function compareClientSecret(this: Client, given: string) {
    return isSecretOf(this.clientId, String(this.clientSecret), given)
  }
}

// A loopback client may come back to any port, but not to this site's own.
export function keepOwnAddresses({ Client }: Provider): void {
  const allowed = Client.prototype.redirectUriAllowed
  Client.prototype.redirectUriAllowed = function redirectUriAllowed(uri: string) {
    const isOurs = URL.canParse(uri) && new URL(uri).origin === env().origin
    return isOurs ? Boolean(this.redirectUris?.includes(uri)) : allowed.call(this, uri)
  }
}
