import { type Configuration, errors } from 'oidc-provider'
import { allScopes } from '@/lib/scopes'
import { isOpen } from './clients/find-client'
import { accessTokenLifetime, signingAlgorithm } from './keys'
import { defaultResource, resources } from './resources'

type Features = NonNullable<Configuration['features']>

/** RFC 8707: what a token is for. Open clients have to say it. */
export const resourceIndicators: Features['resourceIndicators'] = {
  enabled: true,
  defaultResource: async (_ctx, client, oneOf) => {
    if (oneOf) return String(oneOf[0])
    if (isOpen(client.clientId)) throw notNamed()
    return defaultResource(client.surface)
  },
  useGrantedResource: async () => true,
  getResourceServerInfo: async (_ctx, identifier) => {
    if (!resources().includes(identifier)) throw notNamed()
    return {
      scope: allScopes.join(' '),
      accessTokenFormat: 'jwt',
      accessTokenTTL: accessTokenLifetime,
      jwt: { sign: { alg: signingAlgorithm } },
    }
  },
}

const notNamed = () => new errors.InvalidTarget(`resource must be ${resources().join(' or ')}`)
