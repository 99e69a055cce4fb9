import { Badge } from '@/app/admin/ui/badge'
import type { SeenInstallation } from '@/lib/host/kept/installation'

export function StateBadge({
  seen: { isLinked, state, registeredBy },
}: {
  seen: SeenInstallation
}) {
  if (isLinked) return <Badge tone="good">linked</Badge>
  if (state === 'needs_registration') return <Badge tone="warn">needs a client or key</Badge>
  if (state === 'needs_link') return <Badge tone="warn">needs a link</Badge>
  return <Badge tone="good">{registeredBy === 'key' ? 'has a key' : 'ready'}</Badge>
}
