import { Badge } from '@/app/admin/ui/badge'
import type { ClientRow } from '@/lib/oauth/clients/list'

/** In a word or two, whether a client may come. */
export function Standing({ client }: { client: ClientRow }) {
  if (client.isSuspended) return <Badge tone="bad">Suspended</Badge>
  if (client.kind === 'operator') {
    const isReady = client.redirectUris.length > 0
    return isReady ? <Badge tone="good">In use</Badge> : <Badge tone="warn">No callback yet</Badge>
  }
  return client.isListed ? <Badge tone="good">Listed</Badge> : <Badge>Not listed</Badge>
}
