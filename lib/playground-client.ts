import { env } from '@/lib/env'
import { hmac } from '@/lib/secrets'

const clientId = 'latchkey-playground'

/**
 * Who the playground is to this very site where hosts want a client with a secret. In local mode only,
 * so that a newcomer needs no operator; null elsewhere. The secret never leaves the server, and codes
 * for it go to `playgroundCallback` alone.
 */
export const playgroundClient = (): { clientId: string; clientSecret: string } | null =>
  env().local ? { clientId, clientSecret: hmac('playground client', clientId) } : null
