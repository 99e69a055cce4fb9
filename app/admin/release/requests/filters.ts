import type { Filter } from '@/app/admin/ui/filter-form'

/** What the queue can be asked for, on its page and as a file. */
export const filters: Filter[] = [
  { name: 'who', label: 'Name or address' },
  {
    name: 'state',
    label: 'Answer',
    all: 'Waiting',
    options: [
      ['refused', 'Refused'],
      ['all', 'All'],
    ],
  },
]
