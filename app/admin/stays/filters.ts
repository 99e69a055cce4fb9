import type { Filter } from '@/app/admin/ui/filter-form'

/** What the list of houses can be asked for, on its page and as a file. */
export const filters: Filter[] = [
  { name: 'q', label: 'Name or city begins with' },
  {
    name: 'state',
    label: 'State',
    all: 'All states',
    options: [
      ['offered', 'Offered'],
      ['withdrawn', 'Withdrawn'],
    ],
  },
]
