import type { ReactNode } from 'react'
import type { ListPage } from '@/lib/data/list'
import { DataTable, type DataTableProps } from './data-table'
import { type Filter, FilterForm } from './filter-form'
import { ListPages } from './list-pages'

type ListProps<Row> = Omit<DataTableProps<Row>, 'rows'> & {
  filters: readonly Filter[]
  found: ListPage<Row>
  /** Stands between what is asked for and what was found. */
  children?: ReactNode
}

/** A long list: what can be asked for, a page of it, the way on, and all of it as a file. */
export const List = <Row,>({ filters, found, children, ...table }: ListProps<Row>) => (
  <>
    <FilterForm asking={table.asking} filters={filters} />
    {children}
    <DataTable {...table} rows={found.rows} />
    <ListPages asking={table.asking} next={found.next} hasExport={found.rows.length > 0} />
  </>
)
