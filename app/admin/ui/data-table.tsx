import type { ReactNode } from 'react'
import { type Asking, hrefOf } from './asking'

export type Column<Row> = {
  title: string
  cell: (row: Row) => ReactNode
  /** The name of the list's sort, where one can sort by this column. */
  sort?: string
  isNumber?: boolean
}

export type DataTableProps<Row> = {
  /** What the table lists, for a screen reader. */
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
  /** What is asked for now; columns sort by links that keep the rest of it. */
  asking: Asking
  /** The sort that holds when none is asked for. */
  sortedBy?: string
  /** Shown instead of no rows when all were asked for: what it means, and what to do next. */
  empty: ReactNode
}

/** A page of a list. On a narrow screen each row is a card whose values carry their column's title. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, asking, sortedBy, empty } = props
  if (rows.length === 0) {
    return (
      <div className="card mt-6 border-dashed p-8 text-center text-soft">
        {Object.keys(asking.filter).length > 0 ? <NoMatch path={asking.path} /> : empty}
      </div>
    )
  }
  return (
    <table className="data-table card mt-6">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.title} column={column} asking={asking} sortedBy={sortedBy} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, isNumber }) => (
              <td key={title} data-title={title} data-number={isNumber || undefined}>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const NoMatch = ({ path }: { path: string }) => (
  <>
    Nothing matches what you ask for.{' '}
    <a href={path} className="link">
      Show everything
    </a>
  </>
)

type HeadCellProps<Row> = { column: Column<Row>; asking: Asking; sortedBy?: string | undefined }

function HeadCell<Row>({ column, asking, sortedBy }: HeadCellProps<Row>) {
  const { title, sort, isNumber } = column
  const isSorted = sort !== undefined && (asking.sort ?? sortedBy) === sort
  const isAscending = asking.direction === 'asc'
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : undefined}
      data-number={isNumber || undefined}
    >
      {sort ? (
        <a
          href={hrefOf(asking, { sort, direction: isSorted && !isAscending ? 'asc' : 'desc' })}
          className="hover:text-brand hover:underline"
        >
          {title}
          {isSorted && <span aria-hidden="true">{isAscending ? ' ↑' : ' ↓'}</span>}
        </a>
      ) : (
        title
      )}
    </th>
  )
}
