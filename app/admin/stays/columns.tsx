import { Badge } from '@/app/admin/ui/badge'
import type { Column } from '@/app/admin/ui/data-table'
import { formatKind } from '@/app/stays/format'
import type { StayRow } from '@/lib/stays/admin/find-stays'

export const columns: Column<StayRow>[] = [
  {
    title: 'House',
    sort: 'name',
    cell: ({ slug, name }) => (
      <a href={`/admin/stays/${slug}`} className="link font-medium">
        <bdi>{name}</bdi>
      </a>
    ),
  },
  { title: 'City', sort: 'city', cell: ({ city }) => <bdi>{city}</bdi> },
  { title: 'Kind', cell: ({ kind }) => formatKind(kind) },
  {
    title: 'Rating',
    sort: 'rating',
    isNumber: true,
    cell: ({ rating }) => (rating / 10).toFixed(1),
  },
  { title: 'Rooms', sort: 'rooms', isNumber: true, cell: ({ rooms }) => rooms },
  { title: 'To come', sort: 'upcoming', isNumber: true, cell: ({ upcoming }) => upcoming },
  { title: 'State', cell: ({ withdrawnAt }) => <StayState withdrawnAt={withdrawnAt} /> },
]

export const StayState = ({ withdrawnAt }: { withdrawnAt: Date | null }) =>
  withdrawnAt ? <Badge tone="warn">Withdrawn</Badge> : <Badge tone="good">Offered</Badge>
