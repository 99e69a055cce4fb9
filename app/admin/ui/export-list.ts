import { requireStaffHere } from '@/app/admin/staff'
import { toLine } from '@/lib/csv'
import { type ListAsked, type ListPage, readAll } from '@/lib/data/list'
import { readListAsking } from './asking'
import type { Filter } from './filter-form'

type Exported<Row> = {
  /** The file's, without its ending. */
  name: string
  filters: readonly Filter[]
  list: (filter: Record<string, string>, page: ListAsked) => Promise<ListPage<Row>>
}

/** The GET of a list's `export` route, which is asked as its page is: the whole list as CSV. */
export const exportList =
  <Row>({ name, filters, list }: Exported<Row>, columns: Record<string, (row: Row) => unknown>) =>
  async (request: Request): Promise<Response> => {
    const person = await requireStaffHere()
    if (person instanceof Response) return person
    const params = Object.fromEntries(new URL(request.url).searchParams)
    const { filter, ...asked } = await readListAsking('', Promise.resolve(params), filters)
    const rows = readAll((page) => list(filter, page), asked)
    return new Response(toCsv(columns, rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`,
        'cache-control': 'no-store',
      },
    })
  }

/** Written while it is read. */
function toCsv<Row>(
  columns: Record<string, (row: Row) => unknown>,
  rows: AsyncGenerator<Row>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(toLine(Object.keys(columns)))),
    async pull(controller) {
      const { value, done } = await rows.next()
      if (done) return controller.close()
      const cells = Object.values(columns).map((cell) => cell(value))
      controller.enqueue(encoder.encode(toLine(cells)))
    },
    cancel: () => void rows.return(undefined),
  })
}
