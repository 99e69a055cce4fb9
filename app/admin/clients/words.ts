import type { ClientKind } from '@/lib/oauth/clients/list'

/** What operators call the ways by which a client is known. */
export const kinds: Record<ClientKind, string> = {
  operator: 'Registered here',
  document: 'Publishes itself',
  registered: 'Registered itself',
}
