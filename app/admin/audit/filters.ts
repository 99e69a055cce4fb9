import type { Filter } from '@/app/admin/ui/filter-form'

/** What the audit can be asked for, on its page and as a file. */
export const filters: Filter[] = [
  { name: 'act', label: 'What begins with' },
  { name: 'target', label: 'To what (id or setting)' },
  { name: 'actor', label: 'By whom (id)' },
]
