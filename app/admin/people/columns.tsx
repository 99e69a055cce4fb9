import { Badge } from '@/app/admin/ui/badge'
import type { Column } from '@/app/admin/ui/data-table'
import { Moment } from '@/app/admin/ui/moment'
import { type PersonRow, roles } from '@/lib/people/find-people'

export const columns: Column<PersonRow>[] = [
  {
    title: 'Person',
    sort: 'name',
    cell: ({ id, name }) => (
      <a href={`/admin/people/${id}`} className="link font-medium">
        <bdi>{name}</bdi>
      </a>
    ),
  },
  { title: 'Address', cell: ({ email }) => <bdi>{email}</bdi> },
  { title: 'Role', cell: ({ role }) => roles[role] },
  { title: 'State', cell: (person) => <PersonState person={person} /> },
  { title: 'Since', sort: 'since', cell: ({ createdAt }) => <Moment at={createdAt} /> },
]

/** In a word, whether somebody can sign in. */
export function PersonState({ person }: { person: PersonRow }) {
  if (person.suspendedAt) return <Badge tone="bad">Suspended</Badge>
  if (person.deleteAfter) return <Badge tone="warn">Is leaving</Badge>
  return person.emailVerified ? (
    <Badge tone="good">Confirmed</Badge>
  ) : (
    <Badge>Address not confirmed</Badge>
  )
}
