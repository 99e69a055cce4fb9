import { toLine } from '@/lib/csv'

/** A list as a file, written while it is read; `name` is the file's, without its ending. */
export function csvResponse<Row>(
  name: string,
  columns: Record<string, (row: Row) => unknown>,
  rows: AsyncGenerator<Row>,
): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(toLine(Object.keys(columns)))),
    async pull(controller) {
      const { value, done } = await rows.next()
      if (done) return controller.close()
      const cells = Object.values(columns).map((cell) => cell(value))
      controller.enqueue(encoder.encode(toLine(cells)))
    },
    cancel: () => void rows.return(undefined),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
