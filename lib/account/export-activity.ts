import { looked } from '@/lib/activity/looked'
import { toLine } from '@/lib/csv'
import { type Asked, type Doer, listDoers, type Told, tellActivity } from './activity'

const batch = 1000

/** The activity as a file, made while it is read. */
export function exportActivity(accountId: string, asked: Asked, format: 'csv' | 'json') {
  const { begin, row, end } = formats[format]
  const encoder = new TextEncoder()
  async function* write() {
    const doers = await listDoers(accountId)
    let after = asked.after
    let isFirst = true
    yield begin
    for (;;) {
      const rows = await tellActivity(accountId, doers, { ...asked, after }, batch)
      for (const one of rows) {
        yield row(toExported(one), isFirst)
        isFirst = false
      }
      after = rows.at(-1)?.id ?? null
      if (rows.length < batch) break
    }
    yield end
  }
  const parts = write()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void parts.return(undefined),
  })
}

type Exported = ReturnType<typeof toExported>

const toExported = ({ at, by, operation, input, outcome, touched, count }: Told) => ({
  at: at.toISOString(),
  ...{
    app: operation === looked ? 'The operator of this site' : toName(by),
    operation,
    input,
    outcome,
    touched,
    times: count,
  },
})

// A program that reads this reads one language.
function toName(by: Doer | null): string {
  if (!by) return 'An app of before'
  return by.hint ? `Key ${by.name} (…${by.hint})` : by.name
}

const columns = ['at', 'app', 'operation', 'input', 'outcome', 'touched', 'times'] as const

const formats = {
  json: {
    begin: '[',
    row: (one: Exported, isFirst: boolean) => `${isFirst ? '' : ','}\n${JSON.stringify(one)}`,
    end: '\n]\n',
  },
  csv: {
    begin: toLine(columns),
    row: (one: Exported) => toLine(columns.map((name) => one[name])),
    end: '',
  },
}
