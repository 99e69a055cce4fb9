import type { Filter } from '@/app/admin/ui/filter-form'
import { roles } from '@/lib/people/find-people'

/** What the list of people can be asked for, on its page and as a file. */
export const filters: Filter[] = [
  { name: 'q', label: 'Address, name or id begins with' },
  { name: 'role', label: 'Role', all: 'All roles', options: Object.entries(roles) },
  {
    name: 'state',
    label: 'State',
    all: 'All states',
    options: [
      ['suspended', 'Suspended'],
      ['leaving', 'Is leaving'],
    ],
  },
]
