import type { Filter } from '@/app/admin/ui/filter-form'

/** What the list of reservations can be asked for, on its page and as a file. */
export const filters: Filter[] = [
  { name: 'stay', label: 'House begins with' },
  { name: 'city', label: 'City begins with' },
  { name: 'from', label: 'Arrival from', type: 'date' },
  { name: 'to', label: 'Arrival until', type: 'date' },
  {
    name: 'status',
    label: 'Status',
    all: 'All',
    options: [
      ['confirmed', 'Confirmed'],
      ['cancelled', 'Cancelled'],
    ],
  },
]
