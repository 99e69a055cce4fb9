import type { Filter } from '@/app/admin/ui/filter-form'
import { kinds } from './words'

/** What the list of clients can be asked for, on its page and as a file. */
export const filters: Filter[] = [
  { name: 'q', label: 'Name or id begins with' },
  { name: 'kind', label: 'Known how', all: 'All ways', options: Object.entries(kinds) },
]
